import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ErrorLog } from './error-log'

test('errors that can not be written to a file are still counted and shown', async () => {
  const log = new ErrorLog(join(tmpdir(), 'no-such-folder-of-customer-groups', 'errors.csv'))
  await log.add({ file: 'orders.csv', line: 2, column: 'amount', value: 'x', reason: 'bad amount' })
  const summary = await log.finish()
  expect(summary).toMatchObject({ total: 1, file: null, byReason: [{ reason: 'bad amount', count: 1 }] })
  expect(summary.first).toHaveLength(1)
})
