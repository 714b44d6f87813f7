import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { branchScope, type Caller, shellCaller } from '@/db/access'
import { ensureFindingKeys } from '@/db/bench/finding-keys'
import type { Way } from '@/db/bench/rounds'
import { findDuplicates } from '@/db/queries/duplicates'
import { findCustomers } from '@/db/queries/found-customers'
import { branches } from '@/db/schema/reference'
import { duplicateQuestionSchema } from '@/lib/customers/finding'

/** What stands in the finder after a keystroke: few and many letters, common and rare, phones, plates, codes, nobody. */
const TYPED = [
  ...['as', 'ash', 'asha', 'asha mu', 'asha mushi 1', 'mushi', 'mus', 'gr', 'grace mwa'],
  ...['07', '0700', '070019', '0700 199 123', '+255700000055', '255', 'T 1', 'T 12', 't1234', 'C1999', 'c199999'],
  ...['zz', 'xyzzy', 'nobody at all'],
]

/** Finding a customer while typing, each round by the next text, and looking for duplicates of a new one. */
export async function findingWays(db: NodePgDatabase): Promise<Way[]> {
  await ensureFindingKeys(db)
  const [branch] = await db.select({ id: branches.id }).from(branches).orderBy(branches.position).limit(1)
  const everywhere = shellCaller()
  const limited: Caller = { ...everywhere, scope: branchScope(branch ? [branch.id] : []) }
  const question = duplicateQuestionSchema.parse({ full_name: 'Asha Mushi 1234', phone: '0700001234', plate: 'T 12 0' })
  return [
    typing('finding a customer while typing', (text) => findCustomers(db, everywhere, text)),
    typing('finding a customer while typing, of one branch', (text) => findCustomers(db, limited, text)),
    { name: 'looking for duplicates', run: () => findDuplicates(db, everywhere, question) },
    { name: 'looking for duplicates, of one branch', run: () => findDuplicates(db, limited, question) },
  ]
}

function typing(name: string, find: (text: string) => Promise<unknown>): Way {
  let turn = 0
  return { name, run: () => find(TYPED[turn++ % TYPED.length] ?? '') }
}
