import { type BranchFilter, branchOption } from '@/lib/branch'
import { type SignedIn, wordsForAllBranches } from '@/lib/signed-in'
import type { ListField } from './list-field'

/** What the business has that its records are filtered by. */
export type RecordChoices = { branches: readonly BranchFilter[]; groups: readonly { key: string; name: string }[] }

type Option = { value: string; label: string }

/** A filter by one of several values; `none` is the choice that asks for everything. */
export function choiceField(name: string, label: string, none: Option, options: readonly Option[]): ListField {
  return { kind: 'choice', name, label, none: none.value, options: [none, ...options] }
}

/** The filter by group. */
export function groupField({ groups }: RecordChoices): ListField {
  const options = groups.map(({ key, name }) => ({ value: key, label: name }))
  return choiceField('group', 'Group', { value: 'all', label: 'All groups' }, options)
}

/** The filter by branch; none where there is only one to choose. */
export function branchFields({ branches }: RecordChoices, person: SignedIn, label: string): ListField[] {
  if (branches.length < 2) return []
  return [
    choiceField('branch', label, { value: 'all', label: wordsForAllBranches(person) }, branches.map(branchOption)),
  ]
}

/** How many of the fields ask for something. */
export function countSet(fields: readonly ListField[], params: Readonly<Record<string, unknown>>): number {
  const isSet = (field: ListField) => {
    const value = params[field.name]
    return value !== undefined && (field.kind === 'day' || value !== field.none)
  }
  return fields.filter(isSet).length
}
