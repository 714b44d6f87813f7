import { expect, test } from 'vitest'
import { asKind, undecided, withColumn, withMapping } from './choose'
import type { ImportChoice } from './job'

const column = (date_order: 'ymd' | 'dmy' | null) => ({ date_order, decimal: '.' as const })
const details = {
  headers: ['No', 'Customer', 'Date', 'Due', 'Total'],
  columns: [column('ymd'), column('ymd'), column(null), column('dmy'), column('ymd')],
}
const guess: ImportChoice = asKind(
  {
    part: 'file-1',
    kind: 'customers',
    mapping: { encoding: null, separator: ';', sheet: null, date_order: 'dmy', columns: {} },
  },
  'orders',
  details,
)

test('as another kind, a file has other columns and is read in the same way', () => {
  expect(guess).toMatchObject({
    kind: 'orders',
    mapping: {
      separator: ';',
      columns: { external_id: 'No', customer_external_id: 'Customer', created_at: 'Date', amount: 'Total' },
    },
  })
})

test('what every row needs, and an order of dates that nobody can tell, have to be decided', () => {
  expect(undecided(guess, details).map((problem) => problem.column)).toEqual(['type', 'status', 'date_order'])
  const decided = withMapping(guess, { date_order: 'dmy', fixed: { type: 'service', status: 'completed' } })
  expect(undecided(decided, details)).toEqual([])
})

test('another column of dates brings its own order; a column can be left out', () => {
  const other = withColumn(guess, 'created_at', 'Due', details)
  expect(other.mapping).toMatchObject({ date_order: 'dmy', columns: { created_at: 'Due' } })
  expect(withColumn(other, 'amount', '', details).mapping.columns).not.toHaveProperty('amount')
})

test('a remembered column that the file does not have any more is told of', () => {
  const gone = withColumn(guess, 'amount', 'Sum', details)
  expect(undecided(gone, details)).toContainEqual({ column: 'amount', message: 'The file has no such column.' })
})
