import { createHash } from 'node:crypto'
import { writeAnonymousAudit } from '@/db/commands/audit'
import { type Attempt, countAttempt, type Subjects } from '@/db/commands/sign-in-throttle'
import {
  SIGN_IN_FAILURES_PER_ACCOUNT,
  SIGN_IN_FAILURES_PER_ADDRESS,
  SIGN_IN_WINDOW_MINUTES,
} from '@/lib/accounts/limits'
import { originOf, type Visitor } from './visitor'

/** By what an attempt on this account is counted. The hash keeps e-mails of people without an account out of the table. */
export function subjectsOf(visitor: Visitor, email: string): Subjects {
  const { address } = originOf(visitor)
  const hashed = (kind: string, text: string) => `${kind}:${createHash('sha256').update(text).digest('hex')}`
  return { account: hashed('account', email), address: address && hashed('address', address) }
}

/** Counts an attempt by its client's address, where that is known, and by its account; the first refusal is audited. */
export async function mayTry(visitor: Visitor, { account, address }: Subjects): Promise<Attempt> {
  const { db } = visitor
  const byAddress = address && { subject: address, mostFailures: SIGN_IN_FAILURES_PER_ADDRESS }
  const byAccount = { subject: account, mostFailures: SIGN_IN_FAILURES_PER_ACCOUNT }
  for (const throttled of byAddress ? [byAddress, byAccount] : [byAccount]) {
    const attempt = await countAttempt(db, throttled, SIGN_IN_WINDOW_MINUTES)
    if (attempt.allowed) continue
    if (attempt.isFirst) {
      const detail = { by: throttled === byAddress ? 'address' : 'account' }
      await writeAnonymousAudit(db, originOf(visitor), { action: 'sign_in.throttled', detail })
    }
    return attempt
  }
  return { allowed: true }
}
