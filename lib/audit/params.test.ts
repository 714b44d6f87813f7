import { expect, test } from 'vitest'
import { auditParamsSchema } from './params'

test.each(['from', 'to'])('%s is a day that the database knows', (name) => {
  const takes = (day: string) => auditParamsSchema.safeParse({ [name]: day }).success
  expect(['0001-01-01', '2026-03-31', '9999-12-31'].map(takes)).toEqual([true, true, true])
  expect(['0000-12-31', '-0001-01-01', '2026-02-30', '31.3.2026'].map(takes)).toEqual([false, false, false, false])
})
