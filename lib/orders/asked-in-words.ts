import { formatDate } from '@/lib/format/date'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import type { OrderWords } from './changes-in-words'
import type { AskedChanges } from './edit-texts'

/** What a change asks for, field by field, in words; branches are by their codes where no name is known. */
export function askedInWords(
  changes: AskedChanges,
  { plates }: OrderWords,
  branchNames: ReadonlyMap<string, string>,
): { field: string; text: string }[] {
  const { status, type, amount, ordered_on, branch, vehicle_id, description, details } = changes
  const lines: [field: string, text: string | undefined][] = [
    ['status', status && ORDER_STATUS_WORDS[status]],
    ['type', type && ORDER_TYPE_WORDS[type]],
    ['amount', amount === undefined ? undefined : String(amount)],
    ['date', ordered_on && formatDate(`${ordered_on}T12:00:00Z`, 'UTC')],
    ['branch', branch && (branchNames.get(branch) ?? branch)],
    ['vehicle', vehicle_id === null ? 'none' : vehicle_id && (plates.get(vehicle_id) ?? 'another')],
    ['description', description === null ? 'none' : description && `“${description}”`],
    ...detailsInWords(details),
  ]
  return lines.flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]))
}

function detailsInWords(details: AskedChanges['details']): [string, string | undefined][] {
  if (details === undefined) return []
  if (details.type === 'service') return [['odometer', `${details.odometer_km ?? 'none'}`]]
  if (details.type === 'sales')
    return [
      ['item', details.item],
      ['quantity', String(details.quantity ?? 1)],
    ]
  return [['follow-up', details.follow_up_on ?? 'none']]
}
