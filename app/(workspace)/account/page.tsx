import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ChangePasswordForm } from '@/components/accounts/change-password-form'
import { OwnNameForm } from '@/components/accounts/own-name-form'
import { SessionsList } from '@/components/accounts/sessions-list'
import { PageHeading } from '@/components/layout/page-heading'
import { Section } from '@/components/layout/section'
import { getBusiness } from '@/db/queries/business'
import { listOwnSessions } from '@/db/queries/own-sessions'
import { findOwnAccount } from '@/db/queries/people'
import { SESSION_ABSOLUTE_DAYS, SESSION_IDLE_HOURS } from '@/lib/accounts/limits'
import { branchesInWords, ROLE_WORDS } from '@/lib/format/account-words'
import { pageCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { changeOwnPassword, endOther, endOthers, renameSelf } from './actions'

export const metadata: Metadata = { title: 'Your account' }

export default async function AccountPage() {
  const caller = await pageCaller('read')
  const db = getDatabase()
  const [{ timeZone }, self, sessions] = await Promise.all([
    getBusiness(db),
    findOwnAccount(db, caller),
    listOwnSessions(db, caller, SESSION_ABSOLUTE_DAYS),
  ])
  if (!self) notFound()
  return (
    <div className="max-w-2xl">
      <PageHeading
        title="Your account"
        intro={
          <>
            <bdi>{self.email}</bdi> · {ROLE_WORDS[self.role]} · <bdi>{branchesInWords(self)}</bdi>. An administrator can
            change these.
          </>
        }
      />
      <div className="mt-5 grid gap-4">
        <Section title="Name" intro="How you are called on the pages and in the audit log.">
          <OwnNameForm action={renameSelf} name={self.name} />
        </Section>
        <Section title="Password" intro="Changing it signs you out everywhere else.">
          <ChangePasswordForm action={changeOwnPassword} email={self.email} />
        </Section>
        <Section
          title="Where you are signed in"
          intro={`A session ends after ${SESSION_IDLE_HOURS} hours without use, and after ${SESSION_ABSOLUTE_DAYS} days in any case.`}
        >
          <SessionsList {...{ sessions, timeZone }} endOne={endOther} endOthers={endOthers} />
        </Section>
      </div>
    </div>
  )
}
