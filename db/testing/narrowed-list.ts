import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { CUSTOMER_SORTS, SORT_DIRECTIONS, VISITS } from '@/lib/definitions'

/** What is left out, once in a while: lists of numbers of different lengths come together in every way. */
const MIN_ORDERS = [undefined, '1', undefined, '2', '3']
const REVENUE_FROM = [undefined, undefined, '0', '10', '0.005', '500.0001', undefined]
const REVENUE_TO = [undefined, undefined, undefined, undefined, '99999999999.99', '10', '1000.0099', '0', undefined]
const DAYS_AGO = [undefined, undefined, 0, undefined, 20, undefined, 200, -2, undefined, undefined, undefined]
const VEHICLE = ['all', 'all', 'with', 'all', 'all', 'without', 'all', 'all'] as const
const VISITED = ['all', 'all', 'all', ...VISITS] as const

/** Some order and some filters of a list, others for each number. */
export function narrowedList(asOf: string, number: number): Partial<GroupsParams> {
  const pick = <Value>(values: readonly Value[]) => values[number % values.length]
  const daysAgo = pick(DAYS_AGO)
  const day = daysAgo === undefined ? undefined : new Date(Date.parse(asOf) - daysAgo * 86_400_000)
  const { sort, dir, page_size, ...filters } = groupsParamsSchema.parse({
    sort: pick(CUSTOMER_SORTS),
    dir: SORT_DIRECTIONS[Math.floor(number / CUSTOMER_SORTS.length) % 2],
    min_orders: pick(MIN_ORDERS),
    revenue_from: pick(REVENUE_FROM),
    revenue_to: pick(REVENUE_TO),
    last_order_before: day?.toISOString().slice(0, 10),
    visits: pick(VISITED),
    vehicle: pick(VEHICLE),
    page_size: '100',
  })
  const { min_orders, revenue_from, revenue_to, last_order_before, visits, vehicle } = filters
  const named = { sort, dir, page_size, visits, vehicle }
  return { ...named, min_orders, revenue_from, revenue_to, last_order_before }
}
