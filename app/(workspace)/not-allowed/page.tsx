import type { Metadata } from 'next'
import Link from 'next/link'
import { PageHeading } from '@/components/layout/page-heading'
import { buttonStyle } from '@/components/ui/button-style'
import { ROLE_WORDS } from '@/lib/format/account-words'
import { pageCaller } from '@/lib/server/auth/caller'

export const metadata: Metadata = { title: 'Not allowed' }

export default async function NotAllowedPage() {
  const { role, scope } = await pageCaller('read')
  const branches = scope.branches === 'all' ? '' : ', limited to branches'
  return (
    <>
      <PageHeading
        title="Your account does not allow this page"
        intro={`You are signed in as ${ROLE_WORDS[role].toLowerCase()}${branches}. An administrator can change that under People.`}
      />
      <Link href="/customer-groups" className={buttonStyle('plain', 'mt-6')}>
        Go to Customer Groups
      </Link>
    </>
  )
}
