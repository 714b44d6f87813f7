import type { Business } from '@/lib/business'
import { formatDate } from '@/lib/format/date'
import { formatCount, formatDecimal } from '@/lib/format/number'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import type { OrderDetails, OrderStep } from './contract'

/** An order as it stands or stood. */
export type StoodOrder = Pick<
  OrderStep,
  'type' | 'status' | 'amount' | 'ordered_at' | 'branch' | 'vehicle_id' | 'description' | 'details' | 'customer'
>

/** What is needed to say an order in words: the business, and the plates of the vehicles that are known. */
export type OrderWords = {
  business: Pick<Business, 'timeZone' | 'currencyDigits'>
  plates: ReadonlyMap<string, string>
}

/** One field that was changed, before and after in words. */
export type FieldChange = { field: string; before: string; after: string }

const NONE = 'none'

/** What was changed from one state of an order to another, field by field; nothing where they are the same. */
export function orderChanges(before: StoodOrder, after: StoodOrder, words: OrderWords): FieldChange[] {
  const [then, now] = [inWords(before, words), inWords(after, words)]
  const changes = [...now].map(([field, text]) => ({ field, before: then.get(field) ?? NONE, after: text }))
  const gone = [...then]
    .filter(([field]) => !now.has(field))
    .map(([field, text]) => ({ field, before: text, after: NONE }))
  return [...changes, ...gone].filter((change) => change.before !== change.after)
}

function inWords(order: StoodOrder, { business, plates }: OrderWords): Map<string, string> {
  return new Map([
    ['status', ORDER_STATUS_WORDS[order.status]],
    ['type', ORDER_TYPE_WORDS[order.type]],
    ['amount', formatDecimal(order.amount, business.currencyDigits)],
    ['date', formatDate(order.ordered_at, business.timeZone)],
    ['branch', order.branch.name],
    ['vehicle', order.vehicle_id === null ? NONE : (plates.get(order.vehicle_id) ?? 'one that is gone')],
    ['description', order.description === null ? NONE : `“${order.description}”`],
    ['customer', order.customer.full_name],
    ...detailLines(order.details),
  ])
}

/** What a type of order asks for, line by line; nothing that was left blank. */
export function detailLines(details: OrderDetails | null): [field: string, text: string][] {
  switch (details?.type) {
    case 'service':
      return details.odometer_km === null ? [] : [['odometer', `${formatCount(details.odometer_km)} km`]]
    case 'sales':
      return [
        ['item', details.item],
        ['quantity', formatCount(details.quantity)],
      ]
    case 'consultation':
      return details.follow_up_on === null ? [] : [['follow-up', dayInWords(details.follow_up_on)]]
    default:
      return []
  }
}

/** A local day has no clock: noon in UTC is read on UTC's. */
export function dayInWords(day: string): string {
  return formatDate(`${day}T12:00:00Z`, 'UTC')
}
