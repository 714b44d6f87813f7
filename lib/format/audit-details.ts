import { z } from 'zod'
import type { AuditEntry } from '@/lib/audit/contract'
import { ACTIVITIES, GROUP_MOMENTS, GROUPINGS, ORDER_TYPES, PERIODS } from '@/lib/definitions'
import { ROLES } from '@/lib/roles'
import { ROLE_WORDS } from './account-words'
import { formatQuantity } from './number'
import { ACTIVITY_WORDS, GROUP_BY_WORDS, ORDER_TYPE_WORDS, PERIOD_WORDS } from './words'

type Detail = AuditEntry['detail']

const access = z.object({ role: z.enum(ROLES), allBranches: z.boolean(), branchIds: z.array(z.string()) })

/** "manager of all branches", "viewer of 2 branches"; "somebody with access" where the detail does not say. */
export function accessInWords(detail: unknown): string {
  const known = access.safeParse(detail)
  if (!known.success) return 'somebody with access'
  const { role, allBranches, branchIds } = known.data
  const branches = allBranches ? 'all branches' : formatQuantity(branchIds.length, 'branch', 'branches')
  return `${ROLE_WORDS[role].toLowerCase()} of ${branches}`
}

const exported = z.object({
  group: z.string(),
  period: z.enum(PERIODS),
  from: z.string().optional(),
  to: z.string().optional(),
  activity: z.enum(ACTIVITIES),
  order_type: z.enum(['all', ...ORDER_TYPES]),
  branch: z.string(),
  group_by: z.enum(GROUPINGS).optional(),
  group_at: z.enum(GROUP_MOMENTS).optional(),
  searched: z.boolean(),
  filtered: z.boolean().optional(),
})

/**
 * What was exported: "customers: last 6 months, active customers, group company, service orders, branch arusha, by a
 * search"; of a whole list its filters, "orders: from 2026-03-01, group company".
 */
export function exportInWords(detail: Detail): string {
  const list = exportedList.safeParse(detail)
  if (list.success) return listInWords(list.data)
  const known = exported.safeParse(detail)
  if (!known.success) return 'customers'
  const { group, period, from, to, activity, order_type, branch, group_by = 'type', group_at, searched } = known.data
  const words = [
    from && to ? `from ${from} to ${to}` : PERIOD_WORDS[period].toLowerCase(),
    ACTIVITY_WORDS[activity].toLowerCase(),
    group !== 'all' && `group ${group}`,
    order_type !== 'all' && `${ORDER_TYPE_WORDS[order_type].toLowerCase()} orders`,
    branch !== 'all' && `branch ${branch}`,
    group_by !== 'type' && `by ${GROUP_BY_WORDS[group_by].toLowerCase()}`,
    group_at === 'order' && 'by the type at the time',
    searched && 'by a search',
    known.data.filtered && 'filtered',
  ]
  return `customers: ${words.filter(Boolean).join(', ')}`
}

const LIST_FILTERS = [
  'group',
  'branch',
  'ordered',
  'registered_from',
  'registered_to',
  'type',
  'status',
  'source',
  'from',
  'to',
] as const
const exportedList = z.looseObject({ list: z.enum(['customers', 'orders']), searched: z.boolean() })

/** A filter is told by its name and value, unless it asks for everything. */
function listInWords({ list, searched, ...filters }: z.infer<typeof exportedList>): string {
  const asked = LIST_FILTERS.flatMap((name) => {
    const value = filters[name]
    return typeof value !== 'string' || value === 'all' || value === 'any' ? [] : `${name.replace('_', ' ')} ${value}`
  })
  const words = searched ? [...asked, 'by a search'] : asked
  return words.length === 0 ? `all ${list}` : `${list}: ${words.join(', ')}`
}

const imported = z.object({
  customersCreated: z.int(),
  customersChanged: z.int(),
  ordersCreated: z.int(),
  ordersChanged: z.int(),
})

/** What an import did: ": 91 customers and 830 orders new", ": 0 customers and 2 orders new, 1 customer and 3 orders changed". */
export function importInWords(detail: Detail): string {
  const known = imported.safeParse(detail)
  if (!known.success) return ''
  const { customersCreated, customersChanged, ordersCreated, ordersChanged } = known.data
  const both = (customers: number, orders: number) =>
    `${formatQuantity(customers, 'customer')} and ${formatQuantity(orders, 'order')}`
  const changed = customersChanged + ordersChanged > 0 ? `, ${both(customersChanged, ordersChanged)} changed` : ''
  return `: ${both(customersCreated, ordersCreated)} new${changed}`
}

const thresholds = z.object({
  at_risk_after_days: z.int(),
  lapsed_after_days: z.int(),
  dormant_after_days: z.int(),
  own_rhythm: z.boolean(),
})

/** From which day on customers are in which band: ": at risk after 90, lapsed after 180, dormant after 365 days, by own rhythm". */
export function thresholdsInWords(rule: unknown): string {
  const known = thresholds.safeParse(rule)
  if (!known.success) return ''
  const { at_risk_after_days, lapsed_after_days, dormant_after_days, own_rhythm } = known.data
  const days = `at risk after ${at_risk_after_days}, lapsed after ${lapsed_after_days}, dormant after ${dormant_after_days} days`
  return own_rhythm ? `: ${days}, by own rhythm` : `: ${days}`
}

const SETTINGS = { name: 'name', country: 'country', timeZone: 'time zone', currency: 'currency' } as const
const replaced = z.object({ from: z.string(), to: z.string() })

/** What of the business was changed: ": time zone from UTC to Africa/Nairobi, name". */
export function settingsInWords(detail: Detail): string {
  const words = Object.entries(SETTINGS).flatMap(([setting, name]) => {
    if (!(setting in detail)) return []
    const values = replaced.safeParse(detail[setting])
    return values.success ? `${name} from ${values.data.from} to ${values.data.to}` : name
  })
  return words.length === 0 ? '' : `: ${words.join(', ')}`
}
