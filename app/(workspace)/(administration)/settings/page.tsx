import { redirect } from 'next/navigation'
import { pageCaller } from '@/lib/server/auth/caller'

export default async function SettingsPage() {
  await pageCaller('administer')
  redirect('/settings/groups')
}
