import { optionsOf } from '@/components/ui/select-options'
import { ORDER_SOURCES, ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { ORDER_SOURCE_WORDS, ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import type { SignedIn } from '@/lib/signed-in'
import type { ListField, ListSortChoice } from './list-field'
import { branchFields, choiceField, groupField, type RecordChoices } from './record-fields'

/** The filters of the list of orders. */
export function orderFields(choices: RecordChoices, person: SignedIn): ListField[] {
  const all = (label: string) => ({ value: 'all', label })
  return [
    choiceField('type', 'Type', all('All types'), optionsOf(ORDER_TYPES, ORDER_TYPE_WORDS)),
    choiceField('status', 'Status', all('All statuses'), optionsOf(ORDER_STATUSES, ORDER_STATUS_WORDS)),
    ...branchFields(choices, person, 'Branch'),
    groupField(choices),
    choiceField('source', 'Source', all('All sources'), optionsOf(ORDER_SOURCES, ORDER_SOURCE_WORDS)),
    { kind: 'day', name: 'from', label: 'From' },
    { kind: 'day', name: 'to', label: 'To' },
  ]
}

export const ORDER_SORT_CHOICES: readonly ListSortChoice[] = [
  { sort: 'date', dir: 'desc', label: 'Newest date' },
  { sort: 'date', dir: 'asc', label: 'Oldest date' },
  { sort: 'amount', dir: 'desc', label: 'Greatest amount' },
  { sort: 'amount', dir: 'asc', label: 'Least amount' },
  { sort: 'entered', dir: 'desc', label: 'Entered last' },
  { sort: 'entered', dir: 'asc', label: 'Entered first' },
]
