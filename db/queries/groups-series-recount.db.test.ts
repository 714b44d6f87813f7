import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { questionOf } from '@/db/testing/question'
import { holdsWhoeverSees, type Seen, WAYS_TO_GROUP } from '@/db/testing/seen-workshop'
import { recountSeries } from '@/db/testing/series-recount'
import { generatedWorkshop } from '@/db/testing/workshop-arbitrary'
import { groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { seriesAnswerSchema } from '@/lib/customer-groups/series'
import { seriesParamsSchema } from '@/lib/customer-groups/series-params'
import { BUCKETS, ORDER_TYPES } from '@/lib/definitions'
import { getCustomerGroups } from './customer-groups'
import { getGroupsSeries } from './groups-series'

/** Clocks of Santiago change at midnight: a day in spring has no first hour. */
const workshop = fc
  .tuple(generatedWorkshop, fc.boolean())
  .map(([made, isChile]) => (isChile ? { ...made, timeZone: 'America/Santiago' } : made))

test.each(WAYS_TO_GROUP)('by $group_by $group_at, every figure of every bucket equals the recount', async (way) => {
  await holdsWhoeverSees(workshop, async (seen) => {
    const asked = [...everyQuestion(seen.asOf).filter(isSampled), ...overChangedClocks(seen)]
    await checkEach(asked, (params) => checkSeries(seen, { ...params, ...way, activity: 'all' }))
  })
})

/** Of the branches that anybody sees here. */
const isSampled = ({ branch }: GroupsParams, index: number) => branch !== 'airport' && index % 41 === 0

/** Custom days over the last change of the clock, from its own day on and from days before it. */
function overChangedClocks({ asOf, records }: Seen): GroupsParams[] {
  const now = Temporal.Instant.from(asOf).toZonedDateTimeISO(records.timeZone)
  const changed = now.getTimeZoneTransition('previous')?.toPlainDate() ?? now.toPlainDate()
  return [0, 1, 9].flatMap((days) => {
    const [from, to] = [changed.subtract({ days }), changed.add({ days: 2 })].map(String)
    if (Temporal.PlainDate.compare(changed.add({ days: 2 }), now.toPlainDate()) > 0) return []
    const order_type = ORDER_TYPES[days] ?? 'all'
    return [groupsParamsSchema.parse({ as_of: asOf, period: 'custom', from, to, order_type })]
  })
}

async function checkSeries({ database: { db }, scope, records }: Seen, params: GroupsParams): Promise<void> {
  const question = questionOf(records, params)
  const card = groupsAnswerSchema.parse(await getCustomerGroups(db, scope, params))
  const days = (question.to - question.from) / 86_400_000
  for (const bucket of BUCKETS.filter((one) => one !== 'day' || days < 390)) {
    const series = await getGroupsSeries(db, scope, seriesParams.parse({ ...params, bucket }))
    const { buckets, groups, totals } = seriesAnswerSchema.parse(series)
    const label = JSON.stringify({ ...params, bucket, timeZone: records.timeZone })
    expect({ buckets, groups, totals }, label).toEqual(recountSeries(question, bucket))
    for (const [key, { total_orders, revenue }] of Object.entries(groups)) {
      expect(sum(total_orders), label).toBe(card.groups[key]?.total_orders)
      expect(cents(revenue), label).toBe(cents([card.groups[key]?.total_revenue ?? 0]))
    }
    expect([sum(totals.total_orders), cents(totals.revenue)]).toEqual([
      card.totals.orders,
      cents([card.totals.revenue]),
    ])
  }
}

/** Of all parameters those of the series. */
const seriesParams = seriesParamsSchema.strip()

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0)
const cents = (amounts: number[]) => sum(amounts.map((amount) => Math.round(amount * 100)))
