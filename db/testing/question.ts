import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Placement } from '@/lib/customer-groups/placement'
import { expectedWindow } from './expected-window'
import type { KnownCustomer, KnownOrder, KnownRecords } from './known-records'

/** A customer with its orders of any status that are asked for: of the window, and of the one compared with. */
export type Person = { customer: KnownCustomer; now: KnownOrder[]; before: KnownOrder[] }

/** A customer in a group, with its orders there; the placement is told where the group follows from others' figures too. */
export type Place = Person & { group: string; placement?: Placement }

/** A group that follows from figures, and why it does. */
export type Told = { group: string; placement: Placement }

/** What is asked, with its windows in milliseconds. */
export type Question = {
  params: GroupsParams
  records: KnownRecords
  from: number
  to: number
  previous: { from: number; to: number } | null
}

export function questionOf(records: KnownRecords, params: GroupsParams): Question {
  const { as_of, period, from, to, compare } = params
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  const window = expectedWindow(as_of ?? '', records.timeZone, { period, compare, ...days })
  const { previous_from, previous_to } = window
  return {
    params,
    records,
    from: Date.parse(window.from),
    to: Date.parse(window.to),
    previous:
      previous_from === null || previous_to === null
        ? null
        : { from: Date.parse(previous_from), to: Date.parse(previous_to) },
  }
}

export const counted = (orders: readonly KnownOrder[]) => orders.filter(({ status }) => status !== 'cancelled')

/** The first counted order ever, in milliseconds; never is infinitely late. */
export const firstCounted = ({ orders }: KnownCustomer) => Math.min(...counted(orders).map(({ at }) => at))

export const isAskedBranch = ({ branch }: GroupsParams, code: string) => branch === 'all' || branch === code
