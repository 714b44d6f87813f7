import { z } from 'zod'
import { dayParam } from '@/lib/day-param'
import {
  ACTIVITIES,
  COMPARISONS,
  CUSTOMER_SORTS,
  GROUP_MOMENTS,
  GROUPINGS,
  ORDER_TYPES,
  PERIODS,
  SORT_DIRECTIONS,
} from '@/lib/definitions'
import { listFilters } from './list-filters'
import {
  GROUPS_DEFAULTS,
  isInRange,
  KEY,
  PAGE_LIMIT,
  PAGE_SIZE_LIMIT,
  SEARCH_LENGTH_LIMIT,
  WHOLE,
} from './param-readers'
import { withRange } from './range'

const key = z.string().regex(KEY, 'is not a key')

/** An instant with its offset, taken to the millisecond and given back in UTC. */
const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, as 2026-03-31T20:15:00Z' })
  .refine(isInRange, 'must lie in 1900 to 2199')
  .transform((text) => new Date(text).toISOString())

const count = (last: number) =>
  z
    .string()
    .regex(WHOLE, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= 1 && n <= last, `must be from 1 to ${last}`)
    .meta({ type: 'integer', minimum: 1, maximum: last })

/**
 * The parameters of the groups API, of the page's URL and of the export, with their defaults first. Every value arrives
 * as text; what is not listed is an error, never a silent default.
 */
export const groupsParamsSchema = z.strictObject({
  period: z.enum(PERIODS).default(GROUPS_DEFAULTS.period),
  from: dayParam,
  to: dayParam,
  compare: z.enum(COMPARISONS).default(GROUPS_DEFAULTS.compare),
  group: z.literal('all').or(key).default(GROUPS_DEFAULTS.group),
  activity: z.enum(ACTIVITIES).default(GROUPS_DEFAULTS.activity),
  order_type: z.enum(['all', ...ORDER_TYPES]).default(GROUPS_DEFAULTS.order_type),
  branch: z.literal('all').or(key).default(GROUPS_DEFAULTS.branch),
  group_by: z.enum(GROUPINGS).default(GROUPS_DEFAULTS.group_by),
  group_at: z.enum(GROUP_MOMENTS).default(GROUPS_DEFAULTS.group_at),
  as_of: instant.optional(),
  q: z
    .string()
    .refine((text) => !text.includes('\u0000'), 'must not contain U+0000')
    .transform((text) => text.trim())
    .refine((text) => text.length <= SEARCH_LENGTH_LIMIT, `must have at most ${SEARCH_LENGTH_LIMIT} characters`)
    .default(GROUPS_DEFAULTS.q),
  ...listFilters,
  sort: z.enum(CUSTOMER_SORTS).default(GROUPS_DEFAULTS.sort),
  dir: z.enum(SORT_DIRECTIONS).default(GROUPS_DEFAULTS.dir),
  page: count(PAGE_LIMIT).default(GROUPS_DEFAULTS.page),
  page_size: count(PAGE_SIZE_LIMIT).default(GROUPS_DEFAULTS.page_size),
})
export type GroupsParams = z.output<typeof groupsParamsSchema>

/** Which of them say the days, and which the orders; every answer about figures takes both. */
export const OF_DAYS = { period: true, from: true, to: true } as const
export const OF_ORDERS = { order_type: true, branch: true } as const

/** The same as a request brings them: `from` and `to` are checked against `period`. */
export const groupsQuerySchema = withRange(groupsParamsSchema)

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The export takes the same parameters and a format; it ignores the page, for it is never only a page. */
export const exportParamsSchema = groupsParamsSchema.extend({ format: z.enum(EXPORT_FORMATS).default('csv') })
export type ExportParams = z.output<typeof exportParamsSchema>
export const exportQuerySchema = withRange(exportParamsSchema)
