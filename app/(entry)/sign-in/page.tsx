import { FlaskConical } from 'lucide-react'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EntryCard } from '@/components/accounts/entry-card'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { findBusiness } from '@/db/queries/business'
import { hasPeople } from '@/db/queries/people'
import { signedIn } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { nextPath } from '@/lib/url/next-path'
import { enterByPassword } from './actions'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { next } = await searchParams
  const path = nextPath(typeof next === 'string' ? next : null)
  if (await signedIn()) redirect(path)
  const db = getDatabase()
  const [business, isSetUp] = await Promise.all([findBusiness(db), hasPeople(db)])
  if (!isSetUp) {
    return (
      <EntryCard title="Nobody has an account yet">
        <p className="text-sm">
          The server printed a link when it started: open it to set everything up. It works once, and each start prints
          a new one.
        </p>
      </EntryCard>
    )
  }
  return (
    <div className="grid gap-4">
      <EntryCard title="Sign in">
        <SignInForm action={enterByPassword} next={path} />
        <p className="mt-5 text-ink-soft text-sm">Forgotten the password? An administrator can give you a link.</p>
      </EntryCard>
      {business?.isSample && (
        <Notice icon={FlaskConical}>The demo’s accounts were printed where it was started.</Notice>
      )}
    </div>
  )
}
