import { z } from 'zod'
import { BUCKETS } from '@/lib/definitions'
import { groupsParamsSchema, OF_DAYS, OF_ORDERS } from './params'
import { withRange } from './range'

/** The window and the filters of the groups API, and the parts that the window is cut into. */
export const seriesParamsSchema = groupsParamsSchema
  .pick({ ...OF_DAYS, compare: true, ...OF_ORDERS, group_by: true, group_at: true, as_of: true })
  .extend({ bucket: z.enum(['auto', ...BUCKETS]).default('auto') })
export type SeriesParams = z.output<typeof seriesParamsSchema>

/** The same as a request brings them: `from` and `to` are checked against `period`. */
export const seriesQuerySchema = withRange(seriesParamsSchema)
