import { expect, test } from 'vitest'
import { ImportRunningError } from '@/db/commands/import/session'
import { ImportFailure, toImportFailure } from './failure'

const databaseError = (code: string) => Object.assign(new Error('duplicate key: phone +255 700 111'), { code })

test.each([
  [databaseError('53100'), 'The disk is full. Nothing was changed.'],
  [databaseError('ENOSPC'), 'The disk is full. Nothing was changed.'],
  [databaseError('57P01'), 'The connection to the database was lost. Nothing was changed.'],
  [databaseError('23505'), 'Others changed the same records while the import ran: run it again. Nothing was changed.'],
  [databaseError('XX000'), 'The import failed unexpectedly (code XX000). Nothing was changed.'],
  [new ImportRunningError(), 'Another import is running: wait until it has ended. Nothing was changed.'],
])('%s is told as a sentence without the words of the driver', (error, sentence) => {
  expect(toImportFailure(error, false).message).toBe(sentence)
})

test('after a loss during the commit nobody is told that nothing was changed', () => {
  expect(toImportFailure(databaseError('57P01'), true).message).toMatch(/may have been applied.*Run it again/)
})

test('what is already told stays as it is', () => {
  const failure = new ImportFailure('orders.csv: there is no such file.')
  expect(toImportFailure(failure, false)).toBe(failure)
})
