import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { counted, countedByType, instantOf, inWindow, totalOrders } from '@/db/metrics'
import { customers } from '@/db/schema/customers'
import { orders } from '@/db/schema/orders'
import { calendarBuckets, chooseBucket } from '@/lib/customer-groups/buckets'
import type { SeriesAnswer, SeriesBucket } from '@/lib/customer-groups/series'
import type { SeriesParams } from '@/lib/customer-groups/series-params'
import type { Bucket } from '@/lib/definitions'
import { toGroupedMeta } from './answer-meta'
import { type Frame, resolveFrame } from './frame'
import type { Grouping } from './groupings/grouping'
import { groupingOf } from './groupings/grouping-of'
import { seriesRow, toFigures } from './groups-series-rows'
import { visitorsCtes } from './members'
import { asked } from './order-filters'
import { instant } from './row-values'
import { withVisible } from './visible-records'

const answerRow = z.object({
  groups: z.array(z.object({ key: z.string(), name: z.string(), color: z.int(), rows: z.array(seriesRow) })),
  totals: z.array(seriesRow),
})

/**
 * The figures of every group in each day, week or month of the asked period, all from one statement. Throws what
 * `getCustomerGroups` throws, and RequestError 400 for more than `SERIES_BUCKET_LIMIT` buckets.
 */
export async function getGroupsSeries(db: Database, scope: Scope, params: SeriesParams): Promise<SeriesAnswer> {
  const frame = await resolveFrame(db, scope, { ...params, group: 'all', q: '' })
  const bucket = params.bucket === 'auto' ? chooseBucket(daysOf(frame)) : params.bucket
  const buckets = await readBuckets(db, frame, bucket)
  const grouping = groupingOf(frame, params)
  const { rows } = await db.execute(seriesStatement({ ...frame, previous: null }, grouping, buckets))
  const { groups, totals } = answerRow.parse(rows[0]?.answer)
  const figures = (of: z.output<typeof seriesRow>[]) => toFigures(of, buckets.length, frame.currencyDigits)
  return {
    success: true,
    bucket,
    buckets,
    groups: Object.fromEntries(groups.map(({ key, rows: own, ...group }) => [key, { ...group, ...figures(own) }])),
    totals: figures(totals),
    meta: toGroupedMeta(frame, params, grouping),
  }
}

function daysOf({ days }: Frame): number {
  return (Date.parse(days.last) - Date.parse(days.first)) / 86_400_000 + 1
}

const bucketRow = z.object({ begins: instant, ends: instant })

/** The calendar's buckets of a window as instants on the business's clock, the first and last cut to the window. */
export async function readBuckets(db: Database, frame: Frame, bucket: Bucket): Promise<SeriesBucket[]> {
  const calendar = calendarBuckets(frame.days.first, frame.days.last, bucket)
  const begin = (day: SQL) => instantOf(day, sql`${frame.timeZone}::text`)
  const { rows } = await db.execute(sql`
    select json_agg(json_build_object('begins', ${begin(sql`first_day`)}, 'ends', ${begin(sql`next_day`)}) order by first_day) as bounds
    from (
      select day::timestamp as first_day, lead(day::timestamp, 1, ${calendar.at(-1)?.last_day}::timestamp + interval '1 day')
        over (order by day::timestamp) as next_day
      from unnest(${sql.param(calendar.map(({ first_day }) => first_day))}::text[]) as days(day)
    ) as days`)
  const bounds = z.array(bucketRow).parse(rows[0]?.bounds)
  const { from, to } = frame.window
  return calendar.map((days, index) => {
    const { begins = from, ends = to } = bounds[index] ?? {}
    const cut = { from: begins < from ? from : begins, to: ends > to ? to : ends }
    return { ...days, ...cut, partial: begins < from || ends > to }
  })
}

/**
 * Orders are added up for each customer and bucket before they are joined: a customer is active once in a bucket, however
 * many orders it has there. `came` has a row for each customer, bucket and group, and `series` what they add up to; the
 * CTEs stand after those of the members, or after `grouping.before` where orders tell their group.
 */
export function seriesCtes(frame: Frame, grouping: Grouping, buckets: readonly SeriesBucket[]): SQL[] {
  const starts = sql`${sql.param(buckets.map(({ from }) => from))}::timestamptz[]`
  const { ofOrder, ofPlaced } = grouping
  const parts = sql`
    parts as (
      select ${orders.customerId}, width_bucket(${orders.orderedAt}, ${starts}) as bucket, ${countedByType}
        ${ofOrder ? sql`, ${ofOrder.ref} as order_group` : sql``}
      from ${orders} ${ofOrder?.join ?? sql``}
      where ${inWindow(frame.window.from, frame.window.to)} and ${counted} and ${asked(frame)}
      group by 1, 2 ${ofOrder ? sql`, ${ofOrder.ref}` : sql``})`
  const [people, id, firstCountedAt] = ofPlaced
    ? [customers, customers.id, customers.firstCountedAt]
    : [sql`members`, sql`members.id`, sql`members.first_counted_at`]
  const came = sql`
    came as (
      select parts.*, ${firstCountedAt} >= (${starts})[parts.bucket] as is_new, ${ofPlaced ?? sql`members.group_ref`} as group_ref
      from parts join ${people} on ${id} = parts.customer_id)`
  const series = sql`
    series as (select group_ref, bucket, ${figures(sql`count(*)`, sql`count(*) filter (where is_new)`)} from came group by 1, 2)`
  return [parts, came, series]
}

function seriesStatement(frame: Frame, grouping: Grouping, buckets: readonly SeriesBucket[]): SQL {
  const placing = grouping.ofPlaced ? (grouping.before ?? []) : visitorsCtes(frame, grouping)
  return sql`
    ${withVisible(frame.visibleBranchIds, [...placing, ...seriesCtes(frame, grouping, buckets)])}
    select json_build_object(
      'groups', (select json_agg(json_build_object('key', listed.key, 'name', listed.name, 'color', listed.color,
          'rows', coalesce(own.rows, '[]')) order by listed.position, listed.key)
        from (${grouping.groups}) as listed
        left join (select group_ref, json_agg(series) as rows from series group by group_ref) as own
          on own.group_ref = listed.ref
        where listed.is_kept or own.rows is not null),
      'totals', (select coalesce(json_agg(total), '[]') from (${seriesTotals(grouping)}) as total)
    ) as answer`
}

function figures(active: SQL, areNew: SQL): SQL {
  return sql`${active} as active_customers, ${areNew} as new_customers, sum(service_orders) as service_orders,
    sum(sales_orders) as sales_orders, sum(consultation_orders) as consultation_orders,
    sum(${totalOrders}) as total_orders, sum(revenue_minor) as revenue_minor`
}

/**
 * A SELECT of all groups together in each bucket. Orders are in one group each; who can be in several groups is one
 * customer of the bucket all the same.
 */
export function seriesTotals({ overlaps }: Grouping): SQL {
  const sums = sql`
    select bucket, sum(active_customers) as active_customers, sum(new_customers) as new_customers,
      sum(service_orders) as service_orders, sum(sales_orders) as sales_orders,
      sum(consultation_orders) as consultation_orders, sum(total_orders) as total_orders,
      sum(revenue_minor) as revenue_minor from series group by bucket`
  if (!overlaps) return sums
  return sql`
    select bucket, people.active_customers, people.new_customers, service_orders, sales_orders, consultation_orders,
      total_orders, revenue_minor
    from (${sums}) as sums
    join (
      select bucket, count(*) as active_customers, count(*) filter (where is_new) as new_customers
      from (select distinct bucket, customer_id, is_new from came) as each_person group by bucket
    ) as people using (bucket)`
}
