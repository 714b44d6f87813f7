import type { Database } from '@/db/client'
import { findBusiness } from '@/db/queries/business'
import type { Refusal } from '@/lib/accounts/form-result'
import { passwordProblem } from '@/lib/accounts/password-rules'
import { refuseField } from './form'
import { hashPassword } from './password-hash'

/** Whose it is to be; the business is the recorded one unless it is just being named. */
type Owner = { email: string; name: string; businessName?: string }

/** A new password of a fitting length: its hash, or why it is refused, under the name of its field. */
export async function acceptPassword(
  db: Database,
  password: string,
  { email, name, businessName }: Owner,
  field = 'password',
): Promise<{ passwordHash: string } | Refusal> {
  const business = businessName ?? (await findBusiness(db))?.name ?? ''
  const problem = passwordProblem(password, { email, name, businessName: business })
  return problem ? refuseField(field, problem) : { passwordHash: await hashPassword(password) }
}

/** Whether a password, or whatever came of a form, was refused. */
export function isRefusal(result: object): result is Refusal {
  return 'ok' in result && result.ok === false
}
