import { expect, test } from 'vitest'
import type { FileReport, ImportReport } from './report'
import { describeReport } from './summary'

const orders: FileReport = {
  path: 'orders.csv',
  rows: 10,
  repeated: 1,
  applied: { created: 5, changed: 1, unchanged: 3 },
  encoding: 'windows-1252',
  separator: ';',
  sheet: null,
  decimal: ',',
  unknownColumns: ['colour'],
}
const report: ImportReport = {
  applied: true,
  customers: null,
  orders,
  groupsCreated: [],
  branchesCreated: ['North'],
  currencyTaken: 'TZS',
  errors: { total: 0, byReason: [], first: [], file: null },
  elapsedMs: 1234,
}

test('an applied import is told with its counts and with what was found out', () => {
  expect(describeReport(report)).toBe(
    [
      'Orders: orders.csv (Windows-1252, semicolon, decimal comma)',
      '  10 rows, 5 new, 1 changed, 3 unchanged, 1 repeated and taken once',
      '  unknown columns, ignored: colour',
      'New branches: North',
      'The currency of this business is now TZS, as in its first orders.',
      'Imported after 1.2 s.',
    ].join('\n'),
  )
})

test('a refused import is told with its errors, where they are, and that nothing was changed', () => {
  const error = { file: 'orders.csv', line: 3, column: 'amount', value: 'a\u001b[2Jb', reason: 'bad amount' } as const
  const errors = { total: 1, byReason: [{ reason: error.reason, count: 1 }], first: [error], file: 'errors.csv' }
  const text = describeReport({ ...report, applied: false, orders: { ...orders, applied: null }, errors })
  expect(text).toContain('  1 × bad amount. An amount is digits')
  expect(text).toContain('  orders.csv, line 3, amount: bad amount: "a [2Jb"')
  expect(text).toContain('All of them are in errors.csv')
  expect(text).toMatch(/nothing was changed\.$/)
  expect(text).not.toContain('New branches')
})
