import { optionsOf } from '@/components/ui/select-options'
import { ORDERED_WITHIN } from '@/lib/customers/list'
import { ORDERED_WITHIN_WORDS } from '@/lib/format/list-words'
import type { SignedIn } from '@/lib/signed-in'
import type { ListField, ListSortChoice } from './list-field'
import { branchFields, choiceField, groupField, type RecordChoices } from './record-fields'

const ANY_TIME = { value: 'any', label: 'Any time' }

/** The filters of the list of customers. */
export function customerFields(choices: RecordChoices, person: SignedIn): ListField[] {
  return [
    groupField(choices),
    ...branchFields(choices, person, 'Home branch'),
    choiceField('ordered', 'Ordered', ANY_TIME, optionsOf(ORDERED_WITHIN, ORDERED_WITHIN_WORDS)),
    { kind: 'day', name: 'registered_from', label: 'Registered from' },
    { kind: 'day', name: 'registered_to', label: 'Registered to' },
  ]
}

export const CUSTOMER_SORT_CHOICES: readonly ListSortChoice[] = [
  { sort: 'name', dir: 'asc', label: 'Name, A to Z' },
  { sort: 'name', dir: 'desc', label: 'Name, Z to A' },
  { sort: 'registered', dir: 'desc', label: 'Registered last' },
  { sort: 'registered', dir: 'asc', label: 'Registered first' },
  { sort: 'last_order', dir: 'desc', label: 'Ordered last' },
  { sort: 'last_order', dir: 'asc', label: 'Longest without an order' },
]
