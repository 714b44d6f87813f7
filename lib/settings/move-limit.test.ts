import { expect, test } from 'vitest'
import { beyondMoveLimit } from './move-limit'

test('twenty thousand customers are moved at once, and no more', () => {
  expect(beyondMoveLimit(20_000)).toBeNull()
  expect(beyondMoveLimit(20_001)).toMatch(/^At most 20,000 customers are moved at once\. Choose a branch or a search/)
})
