import { expect, test } from 'vitest'
import { branchOption } from './branch'

test('a filter says of an archived branch that it is one', () => {
  const branch = { code: 'arusha', name: 'Arusha' }
  expect(branchOption({ ...branch, archived: false })).toEqual({ value: 'arusha', label: 'Arusha' })
  expect(branchOption({ ...branch, archived: true })).toEqual({ value: 'arusha', label: 'Arusha (archived)' })
})
