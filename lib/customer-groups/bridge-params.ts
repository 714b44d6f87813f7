import type { z } from 'zod'
import { groupsParamsSchema, OF_DAYS, OF_ORDERS } from './params'
import { withRange } from './range'

/** The window and filters of the groups API; something has to be compared with. */
export const bridgeParamsSchema = groupsParamsSchema
  .pick({ ...OF_DAYS, ...OF_ORDERS, group_at: true, as_of: true })
  .extend({
    compare: groupsParamsSchema.shape.compare.unwrap().exclude(['none']).default('previous'),
    // A customer is new in one window and returning in the next, so that groups by visit have no customers in common.
    group_by: groupsParamsSchema.shape.group_by.unwrap().exclude(['visit']).default('type'),
  })
export type BridgeParams = z.output<typeof bridgeParamsSchema>
export const bridgeQuerySchema = withRange(bridgeParamsSchema)
