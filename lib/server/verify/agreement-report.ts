import { shellCaller } from '@/db/access'
import type { Database } from '@/db/client'
import { checkAgreement } from '@/db/queries/agreement/agreement'
import type { Check } from '@/lib/agreement/contract'
import { showSide } from '@/lib/agreement/words'
import type { Business } from '@/lib/business'
import { formatExactTime } from '@/lib/format/date'
import { formatQuantity } from '@/lib/format/number'

/** Nobody waits for a page here, and many records take their time. */
const LONGEST_STATEMENT_MS = 600_000

/** Checks everything that always holds and prints each check with its two sides. Resolves to the exit code. */
export async function reportAgreement(db: Database, business: Business): Promise<number> {
  const { agrees, as_of, checks } = await checkAgreement(db, shellCaller(), LONGEST_STATEMENT_MS)
  console.log(`\n${business.name}, as of ${formatExactTime(as_of, business.timeZone)}\n`)
  for (const check of checks) console.log(describe(check, business))
  const wrong = checks.filter((check) => !check.agrees).length
  const all = formatQuantity(checks.length, 'check')
  console.log(agrees ? `\nAll agrees (${all}).` : `\n${formatQuantity(wrong, 'check')} of ${all} failed.`)
  return agrees ? 0 : 1
}

/** A line with both sides, and lines for whom it does not hold. */
function describe(check: Check, business: Business): string {
  const { agrees, title, left, right, example, unit } = check
  const sides = [left, right].map(({ label, value }) => `${label} ${showSide(value, unit, business)}`)
  const lines = [`${agrees ? 'agrees ' : 'DIFFERS'}  ${title}`, `         ${sides.join(agrees ? ' = ' : ' ≠ ')}`]
  return [...lines, ...example.map((id) => `         customer ${id}`)].join('\n')
}
