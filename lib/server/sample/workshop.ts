import type { NewVehicle } from '@/db/commands/vehicles'
import { createRandom, createSampler } from '@/lib/seeded-random'
import { workDays } from './calendar'
import { dayWeights, makeCustomers, type SampleCustomer } from './customers'
import { type GroupShape, SAMPLE_GROUPS } from './groups'
import { makeOrders, type SampleOrder } from './orders'
import { makeVehicles } from './vehicles'

export type SampleWorkshop = { customers: SampleCustomer[]; orders: SampleOrder[]; vehicles: NewVehicle[] }

/**
 * The invented workshop: 1,200 customers and 9,000 orders over the 26 months before `now`, in Dar es Salaam time. The
 * same date gives the same workshop; the time of day only moves today's orders, none of which lies after `now`.
 */
export function makeSampleWorkshop(now: Date): SampleWorkshop {
  const days = workDays(now)
  const samplers = new Map(SAMPLE_GROUPS.map((shape) => [shape, createSampler(dayWeights(days, shape))]))
  const dayDrawer = (seed: number) => {
    const random = createRandom(seed)
    return (shape: GroupShape) => samplers.get(shape)?.(random.next()) ?? 0
  }
  const customers = makeCustomers(createRandom(1), days, dayDrawer(2))
  const orders = makeOrders(createRandom(3), days, customers, dayDrawer(4))
  return { customers, orders, vehicles: makeVehicles(createRandom(5), days, customers) }
}
