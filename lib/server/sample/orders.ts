import type { OrderSource, OrderStatus, OrderType } from '@/lib/definitions'
import { createSampler, type Random } from '@/lib/seeded-random'
import { billed } from './bills'
import { momentOn, type WorkDay } from './calendar'
import type { SampleCustomer } from './customers'
import { type GroupShape, SAMPLE_BRANCHES, SAMPLE_GROUPS, type SampleBranch } from './groups'

/** An order as it stands in the file; the amount is whole shillings. */
export type SampleOrder = {
  externalId: string
  customerExternalId: string
  type: OrderType
  status: OrderStatus
  amount: number
  orderedAt: string
  source: OrderSource
  branch: SampleBranch
}

/** Before this many days the workshop kept its orders in another system, from which they were brought over. */
const BROUGHT_OVER_DAYS = 640

/** All orders, numbered by date. `drawDay` gives an index of `days` for a group. */
export function makeOrders(
  random: Random,
  days: readonly WorkDay[],
  customers: readonly SampleCustomer[],
  drawDay: (shape: GroupShape) => number,
): SampleOrder[] {
  const made = SAMPLE_GROUPS.flatMap((shape) => {
    const members = customers.filter((customer) => customer.shape === shape && customer.appetite > 0)
    const first = members.flatMap((customer) => firstOrder(random, days, customer))
    return [...first, ...repeatOrders(random, days, members, shape, shape.orders - first.length, drawDay)]
  })
  made.sort((a, b) => a.orderedAt.localeCompare(b.orderedAt))
  return made.map((order, index) => ({ ...order, externalId: `KM-${String(index + 1).padStart(6, '0')}` }))
}

/** Most who register while the records run do so because they are at the counter with an order. */
function firstOrder(random: Random, days: readonly WorkDay[], customer: SampleCustomer): SampleOrder[] {
  const day = days[customer.joinedOn]
  if (!day || random.chance(0.12)) return []
  return [makeOrder(random, customer, day, customer.registeredAt, 'registration')]
}

function repeatOrders(
  random: Random,
  days: readonly WorkDay[],
  members: readonly SampleCustomer[],
  shape: GroupShape,
  count: number,
  drawDay: (shape: GroupShape) => number,
): SampleOrder[] {
  const drawMember = createSampler(members.map((member) => member.appetite))
  const made: SampleOrder[] = []
  while (made.length < count) {
    // One order of each group falls on the last day, so that today is never empty.
    const index = made.length === 0 ? days.length - 1 : drawDay(shape)
    const day = days[index]
    const customer = memberOn(random, members, drawMember, index)
    if (!day || !customer) continue
    const position = random.next()
    made.push(makeOrder(random, customer, day, momentOn(day, position), laterSource(random, day, shape)))
  }
  return made
}

function memberOn(
  random: Random,
  members: readonly SampleCustomer[],
  drawMember: (position: number) => number,
  dayIndex: number,
): SampleCustomer | undefined {
  const customer = members[drawMember(random.next())]
  if (!customer) return undefined
  return customer.joinedOn < dayIndex && dayIndex <= customer.leavesAfter ? customer : undefined
}

function makeOrder(
  random: Random,
  customer: SampleCustomer,
  day: WorkDay,
  orderedAt: string,
  source: OrderSource,
): SampleOrder {
  const type = random.weighted(customer.shape.types)
  return {
    externalId: '',
    customerExternalId: customer.externalId,
    type,
    status: statusAfter(random, day.age, type),
    amount: billed(random, type, customer.shape.billFactor),
    orderedAt,
    source,
    branch: random.chance(0.93) ? customer.branch : random.pick(SAMPLE_BRANCHES),
  }
}

function laterSource(random: Random, day: WorkDay, shape: GroupShape): OrderSource {
  if (day.age > BROUGHT_OVER_DAYS) return 'import'
  return random.chance(shape.customerType === 'company' ? 0.22 : 0.05) ? 'api' : 'order_page'
}

/** Old orders are done; of the last days' some are still waiting or in the workshop. About 4 in 100 are cancelled. */
function statusAfter(random: Random, age: number, type: OrderType): OrderStatus {
  if (random.chance(0.04)) return 'cancelled'
  const patience = type === 'sales' ? 6 : 2.5
  if (!random.chance(Math.exp(-age / patience))) return 'completed'
  return random.chance(age === 0 ? 0.55 : 0.25) ? 'created' : 'in_progress'
}
