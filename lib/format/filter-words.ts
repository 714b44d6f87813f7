import type { FilterChoices } from '@/lib/customer-groups/list-narrowing'
import type { GroupsParams } from '@/lib/customer-groups/params'
import type { Visit } from '@/lib/definitions'
import { formatDate } from './date'
import { formatCount, formatQuantity } from './number'

/** The words on the screen for how an active customer came to be one. */
export const VISIT_WORDS: Record<Visit, string> = {
  new: 'New',
  returning: 'Returning',
  resurrected: 'Back again',
  continued: 'Continued',
}

export const VEHICLE_WORDS: Record<Exclude<GroupsParams['vehicle'], 'all'>, string> = {
  with: 'With a vehicle',
  without: 'Without a vehicle',
}

/** A filter that narrows a list, in words. */
export type ActiveFilter = { name: keyof FilterChoices; words: string }

/** The filters that narrow a list, in the order in which they are asked; amounts are in major units of `currency`. */
export function activeFilters(params: GroupsParams, currency: string): ActiveFilter[] {
  const { min_orders, revenue_from, revenue_to, last_order_before, visits, vehicle } = params
  const day = last_order_before && formatDate(`${last_order_before}T00:00:00Z`, 'UTC')
  const all: { name: keyof FilterChoices; words: string | false | undefined }[] = [
    { name: 'min_orders', words: min_orders !== undefined && `At least ${formatQuantity(min_orders, 'order')}` },
    { name: 'revenue_from', words: revenue_from && `Revenue from ${currency} ${separated(revenue_from)}` },
    { name: 'revenue_to', words: revenue_to && `Revenue up to ${currency} ${separated(revenue_to)}` },
    { name: 'last_order_before', words: day && `Last order before ${day}` },
    { name: 'visits', words: visits !== 'all' && VISIT_WORDS[visits] },
    { name: 'vehicle', words: vehicle !== 'all' && VEHICLE_WORDS[vehicle] },
  ]
  return all.flatMap(({ name, words }) => (words ? [{ name, words }] : []))
}

/** An amount as it was typed, its thousands separated: no digit is rounded away. */
function separated(amount: string): string {
  const [major, minor] = amount.split('.')
  const thousands = formatCount(Number(major))
  return minor === undefined ? thousands : `${thousands}.${minor}`
}
