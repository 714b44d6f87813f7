import { type BranchFilter, branchOption } from '@/lib/branch'
import { type SignedIn, wordsForAllBranches } from '@/lib/signed-in'
import type { ListField } from './list-field'

/** What the business has that its records are filtered by. */
export type RecordChoices = { branches: readonly BranchFilter[]; groups: readonly { key: string; name: string }[] }

/** The filter by group. */
export function groupField({ groups }: RecordChoices): ListField {
  const options = groups.map(({ key, name }) => ({ value: key, label: name }))
  return {
    kind: 'choice',
    name: 'group',
    label: 'Group',
    none: 'all',
    options: [{ value: 'all', label: 'All groups' }, ...options],
  }
}

/** The filter by branch; none where there is only one to choose. */
export function branchFields({ branches }: RecordChoices, person: SignedIn, label: string): ListField[] {
  if (branches.length < 2) return []
  const all = { value: 'all', label: wordsForAllBranches(person) }
  return [{ kind: 'choice', name: 'branch', label, none: 'all', options: [all, ...branches.map(branchOption)] }]
}

/** How many of the fields ask for something. */
export function countSet(fields: readonly ListField[], params: Readonly<Record<string, unknown>>): number {
  const isSet = (field: ListField) => {
    const value = params[field.name]
    return value !== undefined && (field.kind === 'day' || value !== field.none)
  }
  return fields.filter(isSet).length
}
