import { expect, test } from 'vitest'
import { SEEDED_GROUPS } from '@/lib/definitions'
import { groupTint } from './group-tint'

test('the seeded groups have a colour each', () => {
  expect(new Set(SEEDED_GROUPS.map(({ key }) => groupTint(key))).size).toBe(5)
})

test('a group of the business has one of the five colours, always the same', () => {
  expect(groupTint('walk-in')).toMatch(/^tint-[1-5]$/)
  expect(groupTint('walk-in')).toBe(groupTint('walk-in'))
})
