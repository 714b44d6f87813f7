import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withClient } from '@/db/embedded/roles'
import { createTrial, type Trial } from './testing/trial'

const CUSTOMERS = 'external_id,full_name,phone\nC1,Asha Mushi,+255739445652\n'

let trial: Trial
beforeEach(async () => {
  trial = await createTrial()
})
afterEach(() => trial.end())

const entries = () => trial.rows(sql`select action, actor_kind, subject_kind, subject_id, detail from audit_log`)

test('an import is in the audit log with its counts, and with nothing of its files', async () => {
  await trial.importFiles({ customers: CUSTOMERS })
  const [imported] = await trial.rows(sql`select id from imports`)
  const found = await entries()
  expect(found).toMatchObject([
    { action: 'import.applied', actor_kind: 'shell', subject_kind: 'import', subject_id: imported?.id },
  ])
  expect(found[0]?.detail).toMatchObject({ customersCreated: 1, ordersCreated: 0, currencyTaken: null })
  expect(JSON.stringify(found)).not.toMatch(/Asha|739445652|customers\.csv/)
})

test('an import that is refused leaves no entry', async () => {
  expect((await trial.importFiles({ customers: `${CUSTOMERS}C1,Other,\n` })).applied).toBe(false)
  expect(await entries()).toEqual([])
})

test('an import that can not be written down is not applied', async () => {
  const [row] = await trial.rows(sql`select current_user as role`)
  await withClient(trial.ownerUrl, (owner) => owner.query(`revoke insert on audit_log from "${row?.role}"`))
  await expect(trial.importFiles({ customers: CUSTOMERS })).rejects.toThrow()
  expect(await trial.rows(sql`select id from customers`)).toEqual([])
})
