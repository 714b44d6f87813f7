import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/contract'
import { ACTIVITIES, ORDER_TYPES, PERIODS } from '@/lib/definitions'
import { TEST_BRANCHES } from './workshop-arbitrary'

/** Every period, order type, branch and activity: 192 sets of parameters. */
export function everyQuestion(asOf: string): GroupsParams[] {
  return PERIODS.flatMap((period) =>
    (['all', ...ORDER_TYPES] as const).flatMap((order_type) =>
      ['all', ...TEST_BRANCHES].flatMap((branch) =>
        ACTIVITIES.map((activity) => groupsParamsSchema.parse({ as_of: asOf, period, order_type, branch, activity })),
      ),
    ),
  )
}
