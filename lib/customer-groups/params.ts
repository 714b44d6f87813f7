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
import { withRange } from './range'

/** Keys of groups and codes of branches: lower-case words joined by hyphens or underscores. */
const key = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, 'is not a key')

const FIRST_INSTANT = Date.UTC(1900, 0, 1)
const LAST_INSTANT = Date.UTC(2200, 0, 1)

/** An instant with its offset, taken to the millisecond and given back in UTC. */
const instant = z.iso
  .datetime({ offset: true, error: 'must be an ISO 8601 instant with an offset, as 2026-03-31T20:15:00Z' })
  .refine((text) => Date.parse(text) >= FIRST_INSTANT && Date.parse(text) < LAST_INSTANT, 'must lie in 1900 to 2199')
  .transform((text) => new Date(text).toISOString())

const count = (last: number) =>
  z
    .string()
    .regex(/^[0-9]{1,9}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= 1 && n <= last, `must be from 1 to ${last}`)
    .meta({ type: 'integer', minimum: 1, maximum: last })

export const PAGE_SIZE = 25
export const PAGE_SIZE_LIMIT = 100
export const SEARCH_LENGTH_LIMIT = 200

/**
 * The parameters of the groups API, of the page's URL and of the export, with their defaults first. Every value arrives
 * as text; what is not listed is an error, never a silent default.
 */
export const groupsParamsSchema = z.strictObject({
  period: z.enum(PERIODS).default('6months'),
  from: dayParam,
  to: dayParam,
  compare: z.enum(COMPARISONS).default('previous'),
  group: z.literal('all').or(key).default('all'),
  activity: z.enum(ACTIVITIES).default('active'),
  order_type: z.enum(['all', ...ORDER_TYPES]).default('all'),
  branch: z.literal('all').or(key).default('all'),
  group_by: z.enum(GROUPINGS).default('type'),
  group_at: z.enum(GROUP_MOMENTS).default('now'),
  as_of: instant.optional(),
  q: z
    .string()
    .refine((text) => !text.includes('\u0000'), 'must not contain U+0000')
    .transform((text) => text.trim())
    .refine((text) => text.length <= SEARCH_LENGTH_LIMIT, `must have at most ${SEARCH_LENGTH_LIMIT} characters`)
    .default(''),
  ...listFilters,
  sort: z.enum(CUSTOMER_SORTS).default('revenue'),
  dir: z.enum(SORT_DIRECTIONS).default('desc'),
  page: count(1_000_000).default(1),
  page_size: count(PAGE_SIZE_LIMIT).default(PAGE_SIZE),
})
export type GroupsParams = z.output<typeof groupsParamsSchema>

/** The same as a request brings them: `from` and `to` are checked against `period`. */
export const groupsQuerySchema = withRange(groupsParamsSchema)

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The export takes the same parameters and a format; it ignores the page, for it is never only a page. */
export const exportParamsSchema = groupsParamsSchema.extend({ format: z.enum(EXPORT_FORMATS).default('csv') })
export type ExportParams = z.output<typeof exportParamsSchema>
export const exportQuerySchema = withRange(exportParamsSchema)
