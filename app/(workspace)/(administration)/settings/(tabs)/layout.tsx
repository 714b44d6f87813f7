import type { ReactNode } from 'react'
import { PageHeading } from '@/components/layout/page-heading'
import { SettingsTabs } from '@/components/settings/settings-tabs'

export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PageHeading title="Settings" />
      <SettingsTabs />
      <div className="mt-5">{children}</div>
    </>
  )
}
