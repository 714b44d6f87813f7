import { sql } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { type BusinessSettings, ensureBusiness } from '@/db/commands/business'
import { customerBranches, customerGroupMemberships, customers, vehicles } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import { folded, searchText } from '@/db/text-folding'
import { MAIN_BRANCH, type OrderStatus, type OrderType, UNCLASSIFIED_GROUP } from '@/lib/definitions'
import { gapsBetween, median } from './visit-gaps'

/** An order as a test says it; what is left out is a completed service of 10.00 at the main branch. */
export type OrderSpec = { at: string; type?: OrderType; status?: OrderStatus; branch?: string; amountMinor?: number }

/** A customer as a test says it, registered at its first order unless said otherwise. */
export type CustomerSpec = {
  name: string
  group?: string
  /** The types that it had before `group`, each until an instant. */
  typesBefore?: { group: string; until: string }[]
  registeredAt?: string
  home?: string
  organization?: string
  phone?: string
  email?: string
  plates?: string[]
  orders?: OrderSpec[]
}

/** A customer whose order or registration is not told was registered here, before every test's window. */
const LONG_AGO = '2001-01-01T00:00:00.000Z'

/**
 * Records a business with these customers, each with its name as external id, and gives their ids by name. Branches are
 * made as they are named, and `otherBranches` besides. What is derived of a customer (known since, first and last counted
 * order, gaps between visits, home branch) is derived here on its own.
 */
export async function recordWorkshop(
  db: NodePgDatabase,
  settings: BusinessSettings,
  specs: readonly CustomerSpec[],
  otherBranches: readonly string[] = [],
): Promise<Map<string, string>> {
  await ensureBusiness(db, settings)
  const branchIds = await recordBranches(db, [...otherBranches, ...branchesOf(specs)])
  const groups = await db.select({ key: customerGroups.key, id: customerGroups.id }).from(customerGroups)
  const groupIds = new Map(groups.map(({ key, id }) => [key, id]))
  const ids = new Map(specs.map(({ name }) => [name, uuidv7()]))
  const rows = specs.map((spec) => ({ spec, id: found(ids, spec.name) }))
  const customerRows = rows.map(({ spec, id }) => customerRow(spec, id, groupIds, branchIds))
  for (const part of inParts(customerRows)) await db.insert(customers).values(part)
  const membershipRows = rows.flatMap(({ spec, id }) => membershipsOf(spec, id, groupIds))
  for (const part of inParts(membershipRows)) await db.insert(customerGroupMemberships).values(part)
  const orderRows = rows.flatMap(({ spec, id }) =>
    (spec.orders ?? []).map((order) => ({
      customerId: id,
      id: uuidv7(),
      branchId: found(branchIds, order.branch ?? MAIN_BRANCH),
      type: order.type ?? ('service' as const),
      status: order.status ?? ('completed' as const),
      amountMinor: order.amountMinor ?? 1000,
      orderedAt: order.at,
      source: 'order_page' as const,
    })),
  )
  for (const part of inParts(orderRows)) await db.insert(orders).values(part)
  const branchRows = rows.flatMap(({ spec, id }) => customerBranchesOf(spec, id, branchIds))
  for (const part of inParts(branchRows)) await db.insert(customerBranches).values(part)
  const vehicleRows = rows.flatMap(({ spec, id }) =>
    (spec.plates ?? []).map((plate) => ({ customerId: id, id: uuidv7(), plate })),
  )
  for (const part of inParts(vehicleRows)) await db.insert(vehicles).values(part)
  return ids
}

/** A statement takes at most 65,535 parameters. */
function inParts<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 1_000) }, (_, part) =>
    rows.slice(part * 1_000, (part + 1) * 1_000),
  )
}

function branchesOf(specs: readonly CustomerSpec[]): string[] {
  const codes = specs.flatMap((spec) => [spec.home, ...(spec.orders ?? []).map(({ branch }) => branch)])
  return codes.filter((code) => code !== undefined)
}

async function recordBranches(db: NodePgDatabase, codes: readonly string[]): Promise<Map<string, string>> {
  const named = [...new Set(codes)]
  const made = named.map((code, index) => ({ id: uuidv7(), code, name: code, position: index + 1 }))
  if (made.length > 0) await db.insert(branches).values(made).onConflictDoNothing()
  const rows = await db.select({ code: branches.code, id: branches.id }).from(branches)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** The home since always, every other branch since the earliest order there. */
function customerBranchesOf(spec: CustomerSpec, customerId: string, branchIds: Map<string, string>) {
  const home = homeOf(spec)
  const since = new Map([[home, '-infinity']])
  for (const { branch = MAIN_BRANCH, at } of byDateOf(spec)) if (!since.has(branch)) since.set(branch, at)
  return [...since].map(([code, knownSince]) => ({ customerId, branchId: found(branchIds, code), knownSince }))
}

function homeOf(spec: CustomerSpec): string {
  return spec.home ?? byDateOf(spec)[0]?.branch ?? MAIN_BRANCH
}

function byDateOf({ orders = [] }: CustomerSpec): OrderSpec[] {
  return [...orders].sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

function customerRow(spec: CustomerSpec, id: string, groupIds: Map<string, string>, branchIds: Map<string, string>) {
  const byDate = byDateOf(spec)
  const countedDates = byDate.filter(({ status }) => status !== 'cancelled').map(({ at }) => at)
  const gaps = gapsBetween(countedDates)
  const firstAt = byDate[0]?.at
  const registeredAt = spec.registeredAt ?? firstAt ?? LONG_AGO
  const text = (value: string | undefined) => sql`${value ?? null}::text`
  return {
    id,
    externalId: spec.name,
    fullName: spec.name,
    organizationName: spec.organization ?? null,
    phone: spec.phone ?? null,
    email: spec.email ?? null,
    groupId: found(groupIds, spec.group ?? UNCLASSIFIED_GROUP),
    homeBranchId: found(branchIds, homeOf(spec)),
    homeBranchExplicit: spec.home !== undefined,
    registeredAt,
    registeredAtExplicit: spec.registeredAt !== undefined,
    createdAt: LONG_AGO,
    knownSince: firstAt && Date.parse(firstAt) < Date.parse(registeredAt) ? firstAt : registeredAt,
    firstCountedAt: countedDates[0] ?? null,
    lastCountedAt: countedDates.at(-1) ?? null,
    visitGaps: gaps.length,
    medianGapDays: median(gaps),
    sortName: folded(text(spec.name)),
    searchText: searchText({
      fullName: text(spec.name),
      organizationName: text(spec.organization),
      email: text(spec.email),
      externalId: text(spec.name),
      phone: text(spec.phone),
      plates: sql`concat_ws(E'\\n', ${sql.join(
        [sql`null`, ...(spec.plates ?? []).map((plate) => folded(text(plate)))],
        sql`, `,
      )})`,
    }),
  }
}

/** The first is valid from the beginning and the last one to this day, as every command writes them. */
function membershipsOf({ group, typesBefore = [] }: CustomerSpec, customerId: string, groupIds: Map<string, string>) {
  const earlier = [...typesBefore].sort((a, b) => Date.parse(a.until) - Date.parse(b.until))
  const types = [...earlier, { group: group ?? UNCLASSIFIED_GROUP, until: null }]
  return types.map((type, index) => ({
    customerId,
    id: uuidv7(),
    groupId: found(groupIds, type.group),
    validFrom: types[index - 1]?.until ?? '-infinity',
    validTo: type.until,
  }))
}

function found(ids: Map<string, string>, key: string): string {
  const id = ids.get(key)
  if (!id) throw new Error(`the test names ${key}, which is not there`)
  return id
}
