import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { checkAgreement, seesRecords } from '@/db/queries/agreement/agreement'
import type { Agreement } from '@/lib/agreement/contract'
import { inTurn } from '@/lib/server/figures-in-turn'

/** For so long an answer is good for everybody who sees the same, and for whoever asks for a new one. */
const GOOD_MS = 5 * 60_000
const JUST_MADE_MS = 10_000
const LONGEST_STATEMENT_MS = 30_000

type Kept = { begun: number; answer: Promise<Agreement> }

const kept = new Map<string, Kept>()

/**
 * The last check of what the caller may see, or a new one where it is older than five minutes; `again` asks for one where
 * it is not just made. Many who ask at once wait for the same one, which goes on for the others when one of them leaves.
 */
export function keptAgreement(db: Database, caller: Caller, again: boolean): Promise<Agreement> {
  const now = performance.now()
  for (const [key, { begun }] of kept) if (now - begun >= GOOD_MS) kept.delete(key)
  const key = whatIsSeen(caller)
  const last = kept.get(key)
  if (last && (!again || now - last.begun < JUST_MADE_MS)) return last.answer
  const answer = inTurn(() => checkAgreement(db, caller, LONGEST_STATEMENT_MS))
  kept.set(key, { begun: now, answer })
  // A failure is told to who waits for it and never kept: the next one asks anew.
  answer.catch(() => kept.get(key)?.answer === answer && kept.delete(key))
  return answer
}

/** The same for all who see the same branches and the same checks. */
function whatIsSeen(caller: Caller): string {
  const { branches } = caller.scope
  return JSON.stringify([seesRecords(caller), branches === 'all' ? branches : [...branches].sort()])
}
