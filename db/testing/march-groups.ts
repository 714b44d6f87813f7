import { type Scope, systemScope } from '@/db/access'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { type GroupsAnswer, groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import type { TestDatabase } from './database'
import type { OrderSpec } from './workshop'

/** What is answered about March 2026, compared with February; unless asked otherwise, at the end of the month. */
export async function askMarch(
  { db }: TestDatabase,
  params: Record<string, string>,
  scope: Scope = systemScope(),
): Promise<GroupsAnswer> {
  const parsed = groupsParamsSchema.parse({ as_of: '2026-03-31T20:15:00Z', period: '1month', ...params })
  return groupsAnswerSchema.parse(await getCustomerGroups(db, scope, parsed))
}

/** An order of a day of 2026, as 03-05. */
export const on = (day: string, amountMinor: number, branch = 'main'): OrderSpec => ({
  at: `2026-${day}T10:00:00Z`,
  amountMinor,
  branch,
})

/** Of each group: customers selected, registered, orders and revenue. */
export function told({ groups }: GroupsAnswer, ...keys: string[]): number[][] {
  return keys.map((key) => {
    const { customer_count = 0, registered_count = 0, total_orders = 0, total_revenue = 0 } = groups[key] ?? {}
    return [customer_count, registered_count, total_orders, total_revenue]
  })
}
