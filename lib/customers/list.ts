import { z } from 'zod'
import { branchSchema } from '@/lib/branch-contract'
import { EXPORT_FORMATS } from '@/lib/customer-groups/params'
import { dayParam } from '@/lib/day-param'
import { MONTHS_PERIODS, SORT_DIRECTIONS } from '@/lib/definitions'
import { isoInstant, money, pageSchema, whole } from '@/lib/figures'
import { columnsParam, listParams } from '@/lib/list-params'

/** What the list of all customers can be sorted by. */
export const CUSTOMER_LIST_SORTS = ['name', 'registered', 'last_order'] as const
export type CustomerListSort = (typeof CUSTOMER_LIST_SORTS)[number]

/** When a customer last had a counted order: in a period up to now, or never. */
export const ORDERED_WITHIN = [...MONTHS_PERIODS, 'never'] as const
export type OrderedWithin = (typeof ORDERED_WITHIN)[number]

/** The columns of the list in their order. */
export const CUSTOMER_COLUMNS = [
  'name',
  'organization',
  'group',
  'phone',
  'email',
  'branch',
  'registered',
  'last_order',
  'orders',
  'revenue',
  'code',
] as const
export type CustomerColumn = (typeof CUSTOMER_COLUMNS)[number]

const SHOWN_FIRST = ['name', 'group', 'phone', 'branch', 'registered', 'last_order', 'orders', 'revenue'] as const

/** The parameters of `/customers`, with their defaults first. Days are local ones of the business, both included. */
export const customersParamsSchema = z.strictObject({
  ...listParams,
  ordered: z.enum(['any', ...ORDERED_WITHIN]).default('any'),
  registered_from: dayParam,
  registered_to: dayParam,
  sort: z.enum(CUSTOMER_LIST_SORTS).default('name'),
  dir: z.enum(SORT_DIRECTIONS).default('asc'),
  columns: columnsParam(CUSTOMER_COLUMNS, SHOWN_FIRST),
})
export type CustomersParams = z.output<typeof customersParamsSchema>

/** `/customers/export` takes the same; it ignores page and columns, for it is everything that matches. */
export const customersExportSchema = customersParamsSchema.extend({ format: z.enum(EXPORT_FORMATS).default('csv') })
export type CustomersExportParams = z.output<typeof customersExportSchema>

/** A customer of the list. Orders, revenue and the last order are lifetime figures of counted orders. */
export const listedCustomerSchema = z.object({
  id: z.uuid(),
  external_id: z.string().nullable(),
  full_name: z.string(),
  organization_name: z.string().nullable(),
  group: z.object({ key: z.string(), name: z.string(), color: z.int() }),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  home_branch: branchSchema,
  registered_at: isoInstant,
  last_order_date: isoInstant.nullable(),
  total_orders: whole,
  revenue: money,
})
export type ListedCustomer = z.infer<typeof listedCustomerSchema>

/** A page of the list; one beyond the last has no rows. */
export const customersPageSchema = z.object({ page: pageSchema, customers: z.array(listedCustomerSchema) })
export type CustomersPage = z.infer<typeof customersPageSchema>
