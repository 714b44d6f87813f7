import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { ACTIVITIES, MONTHS_PERIODS, ORDER_TYPES } from '@/lib/definitions'
import { askedWindows } from './asked-windows'
import { TEST_BRANCHES } from './workshop-arbitrary'

/** Every period of months under every order type, branch and activity, and every other window under some of them. */
export function everyQuestion(asOf: string): GroupsParams[] {
  const filters = (['all', ...ORDER_TYPES] as const).flatMap((order_type) =>
    ['all', ...TEST_BRANCHES].flatMap((branch) => ACTIVITIES.map((activity) => ({ order_type, branch, activity }))),
  )
  return askedWindows(asOf).flatMap((window, turn) => {
    const isUsual = window.compare === 'previous' && MONTHS_PERIODS.some((period) => period === window.period)
    // Every eleventh, which is no divisor of their numbers, so that the windows go through types, branches and activities.
    const chosen = filters.filter((_, index) => isUsual || (index + turn) % 11 === 0)
    return chosen.map((filter) => groupsParamsSchema.parse({ as_of: asOf, ...window, ...filter }))
  })
}

/** Checks every question, a few at a time: as many at once as a pool has connections would wait for one too long. */
export async function checkEach(
  questions: GroupsParams[],
  check: (params: GroupsParams) => Promise<void>,
): Promise<void> {
  const left = [...questions]
  const lane = async () => {
    for (let next = left.pop(); next; next = left.pop()) await check(next)
  }
  await Promise.all([lane(), lane(), lane(), lane()])
}
