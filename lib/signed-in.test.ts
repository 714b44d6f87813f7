import { expect, test } from 'vitest'
import { wordsForAllBranches } from './signed-in'

test('“all” is named as what it is for whoever looks', () => {
  expect(wordsForAllBranches({ branchNames: null })).toBe('All branches')
  expect(wordsForAllBranches({ branchNames: ['Arusha'] })).toBe('Arusha (your branch)')
  expect(wordsForAllBranches({ branchNames: ['Arusha', 'Moshi'] })).toBe('Your branches')
  expect(wordsForAllBranches({ branchNames: [] })).toBe('No branch')
})
