import { createHash } from 'node:crypto'
import { writeAnonymousAudit } from '@/db/commands/audit'
import { type Attempt, countAttempt, type Subjects } from '@/db/commands/sign-in-throttle'
import {
  SIGN_IN_FAILURES_PER_ACCOUNT,
  SIGN_IN_FAILURES_PER_ADDRESS,
  SIGN_IN_FAILURES_TOGETHER,
  SIGN_IN_WINDOW_MINUTES,
} from '@/lib/accounts/limits'
import { originOf, type Visitor } from './visitor'

/** An attempt that may be made; `isCrowded` where so many have failed that accounts that are not there are guessed at. */
type Tried = { allowed: true; isCrowded: boolean } | Extract<Attempt, { allowed: false }>

/** By what an attempt on this account is counted. The hash keeps e-mails of people without an account out of the table. */
export function subjectsOf(visitor: Visitor, email: string): Subjects {
  const { address } = originOf(visitor)
  const hashed = (kind: string, text: string) => `${kind}:${createHash('sha256').update(text).digest('hex')}`
  return { account: hashed('account', email), address: address && hashed('address', address), everybody: 'everybody' }
}

/**
 * Counts an attempt by its client's address, where that is known, by its account, and with all others; the first that is
 * too many is audited. All are counted alike, before anybody looks whether there is such an account.
 */
export async function mayTry(visitor: Visitor, { account, address, everybody }: Subjects): Promise<Tried> {
  if (address) {
    const byAddress = await count(visitor, address, 'address', SIGN_IN_FAILURES_PER_ADDRESS)
    if (!byAddress.allowed) return byAddress
  }
  const byAccount = await count(visitor, account, 'account', SIGN_IN_FAILURES_PER_ACCOUNT)
  if (!byAccount.allowed) return byAccount
  const together = await count(visitor, everybody, 'everybody', SIGN_IN_FAILURES_TOGETHER)
  return { allowed: true, isCrowded: !together.allowed }
}

async function count(visitor: Visitor, subject: string, by: string, mostFailures: number): Promise<Attempt> {
  const attempt = await countAttempt(visitor.db, { subject, mostFailures }, SIGN_IN_WINDOW_MINUTES)
  if (!attempt.allowed && attempt.isFirst)
    await writeAnonymousAudit(visitor.db, originOf(visitor), { action: 'sign_in.throttled', detail: { by } })
  return attempt
}
