import { describe, expect, test } from 'vitest'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { recountGroups } from '@/db/testing/groups-recount'
import { recountExport } from '@/db/testing/listed-recount'
import { narrowedList } from '@/db/testing/narrowed-list'
import { holdsWhoeverSees, type Seen } from '@/db/testing/seen-workshop'
import { crowdedWorkshop, generatedWorkshop } from '@/db/testing/workshop-arbitrary'
import { groupsAnswerSchema } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { openCustomerExport } from './customer-export'
import { getCustomerGroups } from './customer-groups'

const WAYS = [
  { by: 'type now', way: { group_by: 'type' }, overlaps: false, of: generatedWorkshop },
  {
    by: "type at the order's time",
    way: { group_by: 'type', group_at: 'order' },
    overlaps: true,
    of: generatedWorkshop,
  },
  { by: 'branch', way: { group_by: 'branch' }, overlaps: true, of: generatedWorkshop },
  { by: 'new and returning', way: { group_by: 'visit' }, overlaps: false, of: generatedWorkshop },
  { by: 'recency', way: { group_by: 'recency' }, overlaps: false, of: generatedWorkshop },
  { by: 'recency, everybody', way: { group_by: 'recency', activity: 'all' }, overlaps: false, of: generatedWorkshop },
  { by: 'RFM segment', way: { group_by: 'rfm' }, overlaps: false, of: generatedWorkshop },
  { by: 'RFM segment, among many', way: { group_by: 'rfm', activity: 'all' }, overlaps: false, of: crowdedWorkshop },
]

describe.each(WAYS)('by $by', ({ way, overlaps, of }) => {
  test('groups, totals and who moved equal the recount and add up, also within limited branches', async () => {
    await holdsWhoeverSees(of, async (seen) => {
      await checkEach(sample(seen, way, 13), async (params) => {
        const { groups, totals, group_details, moved, scoring, meta } = await ask(seen, params)
        const answer = { groups, totals, group_details, moved, scoring }
        expect(answer, JSON.stringify(params)).toEqual(recountGroups(seen.records, params))
        expect(meta.groups_overlap).toBe(overlaps)
        expectToAddUp(answer, overlaps)
        const ungrouped = await ask(seen, { ...params, group_by: 'type', group_at: 'now' })
        expect(ordersOf(totals)).toEqual(ordersOf(ungrouped.totals))
      })
    })
  })

  test('each list, its sums and spread equal the recount and add up, and its export is the list', async () => {
    await holdsWhoeverSees(of, async (seen) => {
      const { timeZone } = seen.records
      const wanted = sample(seen, way, 41).map((params, index) => {
        const keys = Object.keys(recountGroups(seen.records, params).groups)
        return { ...params, ...narrowedList(seen.asOf, index), group: keys[index % keys.length] ?? 'all' }
      })
      await checkEach(wanted, async (params) => {
        const label = JSON.stringify({ ...params, timeZone })
        const { group_details } = await ask(seen, params)
        expect(group_details, label).toEqual(recountGroups(seen.records, params).group_details)
        const listed = group_details?.customers ?? []
        expect(sum(listed.map((row) => row.total_orders))).toBe(group_details?.matched.total_orders)
        expect(cents(listed.map((row) => row.revenue))).toBe(cents([group_details?.matched.revenue ?? 0]))
        const rows = await exported(seen, params)
        expect(rows, label).toEqual(recountExport(seen.records, params))
        expect(rows.map((row) => row.external_id)).toEqual(listed.map((row) => row.external_id))
        const every = { ...params, group: 'all' }
        expect(await exported(seen, every), label).toEqual(recountExport(seen.records, every))
      })
    })
  })
})

/** Every so manieth question that may be asked, grouped in a way. */
function sample({ asOf, records }: Seen, way: object, step: number): GroupsParams[] {
  const codes = ['all', ...records.branches.map(({ key }) => key)]
  const allowed = everyQuestion(asOf).filter(({ branch }) => codes.includes(branch))
  return allowed.filter((_, index) => index % step === 0).map((params) => ({ ...params, ...way }))
}

function expectToAddUp({ groups, totals }: ReturnType<typeof recountGroups>, overlaps: boolean): void {
  const all = Object.values(groups)
  expect(sum(all.map((group) => group.total_orders))).toBe(totals.orders)
  expect(cents(all.map((group) => group.total_revenue))).toBe(cents([totals.revenue]))
  expect(sum(all.map((group) => group.previous?.total_orders ?? 0))).toBe(totals.previous?.orders ?? 0)
  expect(cents(all.map((group) => group.previous?.total_revenue ?? 0))).toBe(cents([totals.previous?.revenue ?? 0]))
  const customers = sum(all.map((group) => group.active_count))
  if (overlaps) expect(customers).toBeGreaterThanOrEqual(totals.active_count)
  else expect(customers).toBe(totals.active_count)
}

/** What is the same whatever customers are grouped by. */
function ordersOf({ orders, revenue, previous }: ReturnType<typeof recountGroups>['totals']) {
  return { orders, revenue, before: [previous?.customers, previous?.orders, previous?.revenue] }
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
const cents = (amounts: number[]) => sum(amounts.map((amount) => Math.round(amount * 100)))

async function ask({ database, scope }: Seen, params: GroupsParams) {
  return groupsAnswerSchema.parse(await getCustomerGroups(database.db, scope, params))
}

async function exported({ database, scope }: Seen, params: GroupsParams) {
  const opened = await openCustomerExport(database.pool, scope, { ...params, format: 'csv' })
  try {
    return (await opened.read()).map(({ id, totals, ...row }) => row)
  } finally {
    await opened.close()
  }
}
