import { Temporal } from 'temporal-polyfill'
import type { SeriesAnswer, SeriesFigures } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { expectedGroups } from './expected-groups'
import { counted, firstCounted, type Place, type Question } from './question'
import { countsOf, major, revenueOf } from './recounted-figures'

type Days = { first: Temporal.PlainDate; next: Temporal.PlainDate }
/** A bucket with what of it lies in the window, in milliseconds. */
type Cut = { from: number; to: number }

/** The series of a question in such buckets, from the rows alone; each order is looked for in each bucket. */
export function recountSeries(question: Question, bucket: Bucket): Pick<SeriesAnswer, 'buckets' | 'groups' | 'totals'> {
  const days = bucketDays(question, bucket)
  const cuts = days.map((one) => cutOf(question, one))
  const groups = expectedGroups(question)
  const digits = question.records.currencyDigits
  const figures = (places: readonly Place[]) => figuresOf(places, cuts, digits)
  return {
    buckets: days.map(({ first, next }, index) => {
      const { from, to } = cuts[index] ?? question
      return {
        first_day: first.toString(),
        last_day: next.subtract({ days: 1 }).toString(),
        from: new Date(from).toISOString(),
        to: new Date(to).toISOString(),
        partial: from > midnight(question, first) || to < midnight(question, next),
      }
    }),
    groups: Object.fromEntries(
      groups.map(({ key, name, color, members }) => [key, { name, color, ...figures(members) }]),
    ),
    totals: figures(groups.flatMap(({ members }) => members)),
  }
}

/** The days, weeks from Monday or months of the business's calendar, from the one in which the window begins. */
function bucketDays({ records, from, to }: Question, bucket: Bucket): Days[] {
  const dayOf = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(records.timeZone).toPlainDate()
  const [begin, last] = [dayOf(from), dayOf(to - 1)]
  const firstDays = {
    day: begin,
    week: begin.subtract({ days: begin.dayOfWeek - 1 }),
    month: begin.with({ day: 1 }),
  }
  const days: Days[] = []
  for (let first = firstDays[bucket]; Temporal.PlainDate.compare(first, last) <= 0; ) {
    const next = first.add({ [`${bucket}s`]: 1 })
    days.push({ first, next })
    first = next
  }
  return days
}

function cutOf(question: Question, { first, next }: Days): Cut {
  return {
    from: Math.max(question.from, midnight(question, first)),
    to: Math.min(question.to, midnight(question, next)),
  }
}

function midnight({ records }: Question, day: Temporal.PlainDate): number {
  const local = day.toPlainDateTime()
  return local.toZonedDateTime(records.timeZone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** The counted orders of these places in each bucket; a customer is one, however many places it has. */
function figuresOf(places: readonly Place[], cuts: readonly Cut[], digits: number): SeriesFigures {
  const each = cuts.map(({ from, to }) => {
    const came = places
      .map(({ customer, now }) => ({ customer, orders: counted(now).filter(({ at }) => at >= from && at < to) }))
      .filter(({ orders }) => orders.length > 0)
    const active = [...new Set(came.map(({ customer }) => customer))]
    const fresh = active.filter((customer) => firstCounted(customer) >= from).length
    const orders = came.flatMap((one) => one.orders)
    return { ...countsOf(orders), revenue: major(revenueOf(orders), digits), active: active.length, fresh }
  })
  return {
    total_orders: each.map((one) => one.total_orders),
    service_orders: each.map((one) => one.service_orders),
    sales_orders: each.map((one) => one.sales_orders),
    consultation_orders: each.map((one) => one.consultation_orders),
    revenue: each.map((one) => one.revenue),
    active_customers: each.map((one) => one.active),
    new_customers: each.map((one) => one.fresh),
    returning_customers: each.map((one) => one.active - one.fresh),
  }
}
