import { formatDecimal } from '@/lib/format/number'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import { dayInWords, detailLines, type OrderWords } from './changes-in-words'
import { orderDetailsSchema } from './contract'
import type { AskedChanges } from './edit-texts'

/** What a change asks for, field by field, in words; branches are by their codes where no name is known. */
export function askedInWords(
  changes: AskedChanges,
  { business, plates }: OrderWords,
  branchNames: ReadonlyMap<string, string>,
): { field: string; text: string }[] {
  const { status, type, amount, ordered_on, branch, vehicle_id, description, details } = changes
  const lines: [field: string, text: string | undefined][] = [
    ['status', status && ORDER_STATUS_WORDS[status]],
    ['type', type && ORDER_TYPE_WORDS[type]],
    ['amount', amount === undefined ? undefined : amountInWords(amount, business.currencyDigits)],
    ['date', ordered_on && dayInWords(ordered_on)],
    ['branch', branch && (branchNames.get(branch) ?? branch)],
    ['vehicle', vehicle_id === null ? 'none' : vehicle_id && (plates.get(vehicle_id) ?? 'another')],
    ['description', description === null ? 'none' : description && `“${description}”`],
    ...detailsInWords(details),
  ]
  return lines.flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]))
}

/** As it stands in the history afterwards; what the contract would refuse, as it was typed. */
function amountInWords(amount: string | number, currencyDigits: number): string {
  const value = Number(String(amount).trim().replace(',', '.'))
  return Number.isFinite(value) ? formatDecimal(value, currencyDigits) : String(amount)
}

function detailsInWords(details: AskedChanges['details']): [field: string, text: string][] {
  if (details === undefined) return []
  const lines = detailLines(orderDetailsSchema.safeParse(details).data ?? null)
  if (lines.length > 0 || details.type === 'sales') return lines
  return [[details.type === 'service' ? 'odometer' : 'follow-up', 'none']]
}
