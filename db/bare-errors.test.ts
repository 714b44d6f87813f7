import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm'
import pg from 'pg'
import { expect, test } from 'vitest'
import './bare-errors'

const VALUE = '+255 712 000 111'

function duplicate(): pg.DatabaseError {
  const error = new pg.DatabaseError(`duplicate ${VALUE}`, 10, 'error')
  return Object.assign(error, { code: '23505', detail: `Key (phone)=(${VALUE}) already exists.` })
}

test('a printed query error tells its kind and the code of its cause, and no query, value or detail', () => {
  const text = inspect(new DrizzleQueryError('insert into customers values ($1)', [VALUE], duplicate()))
  expect(text).toMatch(/^DrizzleQueryError\n +at /)
  expect(text).toContain('[cause]: DatabaseError 23505')
  expect(text).not.toMatch(/insert|712|already exists/)
})

test('also where it is the cause of another error', () => {
  expect(inspect(new Error('not saved', { cause: duplicate() }))).not.toContain('712')
})
