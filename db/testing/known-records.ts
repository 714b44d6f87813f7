import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { customerGroupMemberships, customers, vehicles } from '@/db/schema/customers'
import { business } from '@/db/schema/local'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups, recencyBands } from '@/db/schema/reference'
import type { RecencyRule } from '@/lib/customer-groups/recency'
import type { OrderStatus, OrderType } from '@/lib/definitions'

/** Instants are milliseconds, amounts minor units; a branch is its code and a customer type its key. */
export type KnownOrder = {
  id: string
  externalId: string | null
  at: number
  type: OrderType
  status: OrderStatus
  branch: string
  amountMinor: number
}
export type KnownCustomer = {
  row: typeof customers.$inferSelect
  type: string
  /** In no order; the first has no beginning and the present one no end. */
  memberships: { type: string; from: number; to: number }[]
  home: string
  registeredAt: number
  orders: KnownOrder[]
  vehiclesInUse: number
}
export type ListedGroup = { key: string; name: string; color: number; isKept: boolean }
export type KnownRecords = {
  timeZone: string
  currencyDigits: number
  types: ListedGroup[]
  branches: ListedGroup[]
  /** By the type's key, null for the whole business. */
  recencyRules: Map<string | null, RecencyRule>
  customers: KnownCustomer[]
}

/** Reads all rows of every table, without a filter or a join. */
export async function readRecords(db: NodePgDatabase): Promise<KnownRecords> {
  const [settings] = await db.select().from(business)
  if (!settings) throw new Error('no business is set up')
  const types = (await db.select().from(customerGroups)).sort(byPosition)
  const places = (await db.select().from(branches)).sort(byPosition)
  const key = new Map(types.map((type) => [type.id, type.key]))
  const code = new Map(places.map((branch) => [branch.id, branch.code]))
  const [people, placed, changes, owned, rules] = await Promise.all([
    db.select().from(customers),
    db.select().from(orders),
    db.select().from(customerGroupMemberships),
    db.select().from(vehicles),
    db.select().from(recencyBands),
  ])
  return {
    timeZone: settings.timeZone,
    currencyDigits: settings.currencyDigits,
    types: types.map(({ archivedAt, ...type }) => ({ ...type, isKept: archivedAt === null })),
    branches: places.map(({ archivedAt, name, code: branch, position }) => {
      return { key: branch, name, color: 1 + (position % 8), isKept: archivedAt === null }
    }),
    recencyRules: new Map(
      rules.map(({ groupId, ...rule }) => [groupId === null ? null : known(key, groupId), ruleOf(rule)]),
    ),
    customers: people.map((row) => ({
      row,
      type: known(key, row.groupId),
      memberships: changes
        .filter(({ customerId }) => customerId === row.id)
        .map(({ groupId, validFrom, validTo }) => ({
          type: known(key, groupId),
          from: validFrom === '-infinity' ? Number.NEGATIVE_INFINITY : instant(validFrom),
          to: validTo === null ? Number.POSITIVE_INFINITY : instant(validTo),
        })),
      home: known(code, row.homeBranchId),
      registeredAt: instant(row.registeredAt),
      orders: placed
        .filter(({ customerId }) => customerId === row.id)
        .map(({ branchId, orderedAt, ...order }) => ({
          ...order,
          branch: known(code, branchId),
          at: instant(orderedAt),
        })),
      vehiclesInUse: owned.filter(({ customerId, retiredAt }) => customerId === row.id && retiredAt === null).length,
    })),
  }
}

function ruleOf(row: Omit<typeof recencyBands.$inferSelect, 'groupId'>): RecencyRule {
  return {
    at_risk_after_days: row.atRiskAfterDays,
    lapsed_after_days: row.lapsedAfterDays,
    dormant_after_days: row.dormantAfterDays,
    own_rhythm: row.ownRhythm,
  }
}

/**
 * What somebody limited to these branches sees, or everything: home and registration are derived again from the orders that
 * are left, unless somebody entered them. Whoever was merged into another customer is nowhere.
 */
export function seenWithin(records: KnownRecords, codes: readonly string[] | 'all'): KnownRecords {
  const isSeen = (branch: string) => codes === 'all' || codes.includes(branch)
  const seen = records.customers.flatMap((customer): KnownCustomer[] => {
    const { row, home, registeredAt } = customer
    const own = customer.orders.filter(({ branch }) => isSeen(branch)).sort(byTime)
    if (row.mergedIntoId !== null || (own.length === 0 && !isSeen(home))) return []
    const registered = row.registeredAtExplicit ? registeredAt : (own[0]?.at ?? instant(row.createdAt))
    const first = row.homeBranchExplicit ? home : (own[0]?.branch ?? home)
    return [{ ...customer, orders: own, home: first, registeredAt: registered }]
  })
  return { ...records, branches: records.branches.filter(({ key }) => isSeen(key)), customers: seen }
}

const instant = (text: string) => new Date(text).getTime()

type Placed = { position: number; archivedAt: string | null }
const byPosition = (a: Placed, b: Placed) => a.position - b.position

/** Ties by the external id, those without one last, then by the id. */
function byTime(a: KnownOrder, b: KnownOrder): number {
  const [left, right] = [a, b].map(({ externalId, id }) => `${externalId ?? '\uffff'}\n${id}`)
  return a.at - b.at || ((left ?? '') < (right ?? '') ? -1 : 1)
}

function known(names: Map<string, string>, id: string): string {
  const name = names.get(id)
  if (name === undefined) throw new Error(`nothing has the id ${id}`)
  return name
}
