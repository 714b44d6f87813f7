import { sql } from 'drizzle-orm'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { mergeCustomersIn } from '@/db/commands/merge-customers'
import { retriedTransaction, type Transaction, waitedTooLong } from '@/db/commands/retried-transaction'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { type CustomerProfile, profileParamsSchema } from '@/lib/customers/contract'
import { FILLED_FIELDS, type MergeCard, type MergePreview, type MergeSide } from '@/lib/customers/merging'
import { RequestError } from '@/lib/failure'
import { getCustomerGroups } from './customer-groups'
import { getCustomerProfile } from './customer-profile'

/**
 * What every figure becomes if two customers are merged, or null where the caller sees one of them not at all. The merge
 * itself is done and taken back, so that what is shown before is what will be after: both from one snapshot, by the
 * queries that the pages use. Looking keeps nobody waiting for long, nor waits for long itself.
 * @throws RequestError as `mergeCustomers`, 503 `busy` where somebody is changing one of the two.
 */
export async function getMergePreview(
  db: Database,
  caller: Caller,
  keepId: string,
  mergeId: string,
): Promise<MergePreview | null> {
  assertMay(caller, 'edit')
  const asOf = new Date().toISOString()
  const taken: { preview: MergePreview | null } = { preview: null }
  try {
    await retriedTransaction(
      db,
      async (tx) => {
        await tx.execute(sql`set local lock_timeout = '500ms'`)
        taken.preview = await previewIn(tx, caller, { keepId, mergeId, asOf }).catch((error: unknown) => {
          throw waitedTooLong(error) ? busy() : error
        })
        throw new TakenBack()
      },
      { isolationLevel: 'repeatable read' },
    )
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error
  }
  return taken.preview
}

const busy = () =>
  new RequestError(503, 'busy', 'Somebody is changing one of the two right now. Try again in a moment.')

/** Ends a transaction of which nothing shall be left. */
class TakenBack extends Error {}

type Asked = { keepId: string; mergeId: string; asOf: string }

async function previewIn(
  tx: Transaction,
  caller: Caller,
  { keepId, mergeId, asOf }: Asked,
): Promise<MergePreview | null> {
  const groupsNow = () => getCustomerGroups(tx, caller.scope, groupsParamsSchema.parse({ as_of: asOf }))
  const profileNow = (id: string) =>
    getCustomerProfile(tx, caller.scope, id, profileParamsSchema.parse({ as_of: asOf }))
  const [keep, merge] = [await profileNow(keepId), await profileNow(mergeId)]
  if (!keep || !merge) return null
  const before = await groupsNow()
  const versions = { keep: keep.customer.version, merge: merge.customer.version }
  await mergeCustomersIn(tx, caller, { keepId, mergeId, versions })
  const [result, after] = [await profileNow(keepId), await groupsNow()]
  if (!result) return null
  return {
    ...{ keep: sideOf(keep), merge: sideOf(merge), result: sideOf(result) },
    filled: filledFields(keep.customer, result.customer),
    groups: changedCards(before, after),
    window: { from: before.meta.from, to: before.meta.to },
  }
}

function sideOf({ customer, figures }: CustomerProfile): MergeSide {
  return { customer, ...figures }
}

function filledFields(before: MergeSide['customer'], after: MergeSide['customer']): MergePreview['filled'] {
  return FILLED_FIELDS.flatMap((field) => {
    const value = after[field]
    return before[field] === null && value !== null ? [{ field, value }] : []
  })
}

function changedCards(before: GroupsAnswer, after: GroupsAnswer): MergePreview['groups'] {
  return Object.entries(before.groups).flatMap(([key, group]) => {
    const then = after.groups[key]
    if (!then) return []
    const cards = { before: cardOf(group), after: cardOf(then) }
    const isSame = JSON.stringify(cards.before) === JSON.stringify(cards.after)
    return isSame ? [] : [{ key, name: group.name, ...cards }]
  })
}

function cardOf(group: GroupsAnswer['groups'][string]): MergeCard {
  const { customer_count, registered_count, total_orders, total_revenue } = group
  return { customers: customer_count, registered: registered_count, orders: total_orders, revenue: total_revenue }
}
