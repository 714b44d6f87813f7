import type { BridgeSteps } from '@/lib/customer-groups/bridge'
import type { Choices } from '@/lib/url/groups-url'

/** The parts of a change of revenue, in the order in which they lead from one revenue to the other. */
export const BRIDGE_PARTS = ['stopped', 'new', 'resurrected', 'visits', 'value'] as const
export type BridgePart = (typeof BRIDGE_PARTS)[number]

/** What each part is called, and what it says. */
export const BRIDGE_WORDS: Record<BridgePart, { name: string; meaning: string }> = {
  stopped: { name: 'Stopped', meaning: 'Came in the days compared with and not in these: what they brought then.' },
  new: { name: 'New', meaning: 'Had their first order ever in these days: what they brought.' },
  resurrected: {
    name: 'Back again',
    meaning: 'Came in these days and not in those compared with, but some time before: what they brought.',
  },
  visits: {
    name: 'Orders per customer',
    meaning: 'Came in both: the orders that each of them had more or fewer, at what an order of theirs brought then.',
  },
  value: {
    name: 'Money per order',
    meaning: 'Came in both: what an order of each of them brings more or less than then, at how many they have now.',
  },
}

/** One part in figures: whose it is, and by how much they changed the revenue, in major units. */
export type BridgeStep = { part: BridgePart; customers: number; change: number }

export function stepsOf(steps: BridgeSteps): BridgeStep[] {
  const { continued } = steps
  const figures: Record<BridgePart, Omit<BridgeStep, 'part'>> = {
    stopped: steps.stopped,
    new: steps.new,
    resurrected: steps.resurrected,
    visits: { customers: continued.customers, change: continued.visits_change },
    value: { customers: continued.customers, change: continued.value_change },
  }
  return BRIDGE_PARTS.map((part) => ({ part, ...figures[part] }))
}

/** Who is active now: whoever came, new, again or still. */
export function activeNow(steps: BridgeSteps): number {
  return steps.new.customers + steps.resurrected.customers + steps.continued.customers
}

/** The revenues between which each step leads, and the highest of all. */
export function levelsOf(steps: BridgeSteps): { levels: number[]; most: number } {
  const levels = [steps.previous_revenue]
  for (const { change } of stepsOf(steps)) levels.push((levels.at(-1) ?? 0) + change)
  return { levels, most: Math.max(...levels) }
}

/** Whether nobody came in either period, so that there is nothing to explain. */
export function isEmptyBridge(steps: BridgeSteps): boolean {
  return stepsOf(steps).every(({ customers }) => customers === 0)
}

/** The customers of a part, or with `now` all who are active. */
export type BridgeCustomers = BridgePart | 'now'

const VISITS = { new: 'new', resurrected: 'resurrected', visits: 'continued', value: 'continued', now: 'all' } as const

/** What leads to these customers in the list of a group: they alone, whatever narrowed the list before. */
export function choicesOf(group: string, customers: BridgeCustomers): Choices {
  return {
    group,
    ...(customers === 'stopped'
      ? { activity: 'not_back', visits: 'all', sort: 'previous_revenue' }
      : { activity: 'active', visits: VISITS[customers], sort: 'revenue' }),
    dir: 'desc',
    q: '',
    min_orders: null,
    revenue_from: null,
    revenue_to: null,
    last_order_before: null,
    vehicle: 'all',
    page: null,
  }
}
