import { describe, expect, test } from 'vitest'
import { accessSchema, apiKeySchema, invitationSchema, signInSchema } from './contract'

const access = { role: 'viewer', all_branches: 'true', branches: [] }

test('an e-mail is trimmed and in lower case', () => {
  expect(signInSchema.parse({ email: ' Neema@Example.ORG ', password: 'x' }).email).toBe('neema@example.org')
})

test('access is all branches, or at least one', () => {
  expect(accessSchema.parse(access).all_branches).toBe(true)
  expect(accessSchema.safeParse({ ...access, all_branches: 'false' }).error?.issues).toMatchObject([
    { path: ['branches'] },
  ])
  expect(accessSchema.parse({ ...access, all_branches: false, branches: ['north'] }).branches).toEqual(['north'])
})

test.each(['owner', '', undefined])('%j is no role', (role) => {
  expect(accessSchema.safeParse({ ...access, role }).success).toBe(false)
})

describe('the days of a key', () => {
  const days = (given: unknown) => apiKeySchema.safeParse({ name: 'till', ...access, days: given }).data?.days

  test('are a number from 1 to 3650, or none for a key that does not expire', () => {
    expect([days('30'), days(30), days('1'), days('3650')]).toEqual([30, 30, 1, 3650])
    expect([days(undefined), days(null), days('')]).toEqual([null, null, null])
  })

  test.each(['0', '3651', '-1', '1.5', 'ten', ' 5'])('are not %j', (given) => {
    expect(days(given)).toBeUndefined()
  })
})

test.each(['nor\u0000th', 'x'.repeat(64)])('%j is no code of a branch', (code) => {
  const given = { ...access, all_branches: false, branches: ['north', code] }
  expect(accessSchema.safeParse(given).error?.issues).toMatchObject([{ path: ['branches', 1] }])
})

test.each(['\u0000', ' ', 'x'.repeat(201)])('%j is no name', (name) => {
  expect(invitationSchema.safeParse({ name, email: 'n@example.org', ...access }).success).toBe(false)
})
