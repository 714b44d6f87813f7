import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/contract'
import { ACTIVITIES, ORDER_TYPES, PERIODS } from '@/lib/definitions'
import { TEST_BRANCHES } from './workshop-arbitrary'

/** Every period, order type, branch and activity: 256 sets of parameters. */
export function everyQuestion(asOf: string): GroupsParams[] {
  return PERIODS.flatMap((period) =>
    (['all', ...ORDER_TYPES] as const).flatMap((order_type) =>
      ['all', ...TEST_BRANCHES].flatMap((branch) =>
        ACTIVITIES.map((activity) => groupsParamsSchema.parse({ as_of: asOf, period, order_type, branch, activity })),
      ),
    ),
  )
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
