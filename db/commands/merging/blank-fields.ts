import { eq } from 'drizzle-orm'
import type { LockedCustomer } from '@/db/commands/lock-customer'
import type { Transaction } from '@/db/commands/retried-transaction'
import type { customers } from '@/db/schema/customers'
import { customerGroups } from '@/db/schema/reference'
import { FILLED_FIELDS, type FilledField } from '@/lib/customers/merging'
import { PERSONS_GROUP } from '@/lib/definitions'
import type { Pair } from './lock-pair'

/** The columns by their names in a merge's record. */
const COLUMNS = {
  organization_name: 'organizationName',
  phone: 'phone',
  email: 'email',
  address: 'address',
  tax_number: 'taxNumber',
  person_role: 'personRole',
} as const satisfies Record<FilledField, keyof LockedCustomer>

type Filled = Partial<Record<FilledField, string>>
type Values = Partial<typeof customers.$inferInsert>

/** What the customer that stays has blank and the other one knows. Only a private person is an owner or a driver. */
export async function blanksToFill(
  tx: Transaction,
  { keep, merge }: Pair,
): Promise<{ filled: Filled; values: Values }> {
  const [group] = await tx
    .select({ key: customerGroups.key })
    .from(customerGroups)
    .where(eq(customerGroups.id, keep.groupId))
  const fields = FILLED_FIELDS.filter((field) => {
    const column = COLUMNS[field]
    const fits = field !== 'person_role' || group?.key === PERSONS_GROUP
    return fits && keep[column] === null && merge[column] !== null
  })
  const values = Object.fromEntries(fields.map((field) => [COLUMNS[field], merge[COLUMNS[field]]]))
  return { filled: Object.fromEntries(fields.map((field) => [field, merge[COLUMNS[field]]])), values }
}

/** What was filled and is still the same, to be blank again. */
export function filledToBlank(keep: LockedCustomer, filled: Readonly<Record<string, string>>): Values {
  const same = FILLED_FIELDS.filter((field) => filled[field] !== undefined && keep[COLUMNS[field]] === filled[field])
  return Object.fromEntries(same.map((field) => [COLUMNS[field], null]))
}
