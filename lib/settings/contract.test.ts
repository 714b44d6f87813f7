import { expect, test } from 'vitest'
import { groupChangeSchema, moveSchema, newGroupSchema } from './contract'

test('a group has a name on one line, one of the colours, and asks for an organisation only where that is ticked', () => {
  expect(newGroupSchema.parse({ name: '  Taxi \n drivers ', color: '8' })).toEqual({
    name: 'Taxi drivers',
    color: 8,
    requires_organization: false,
  })
  expect(newGroupSchema.parse({ name: 'x', color: '1', requires_organization: 'true' }).requires_organization).toBe(
    true,
  )
})

test.each([
  { name: ' ' },
  { name: 'x'.repeat(61) },
  { name: 'a\u0000b' },
  { color: '9' },
  { color: '01' },
  { color: '' },
])('%j is refused', (wrong) => {
  const right = { name: 'Taxi', color: '1', key: 'taxi', seen: 'abc' }
  expect(groupChangeSchema.safeParse(right).success).toBe(true)
  expect(groupChangeSchema.safeParse({ ...right, ...wrong }).success).toBe(false)
})

test('customers are moved from all branches and without a search unless one is given', () => {
  expect(moveSchema.parse({ from: 'a', to: 'b' })).toEqual({ from: 'a', to: 'b', q: '', branch: 'all' })
  expect(moveSchema.safeParse({ from: 'a', to: 'b', branch: 'No such' }).success).toBe(false)
})
