import { redirect } from 'next/navigation'
import { expect, test } from 'vitest'
import { RequestError } from '@/lib/failure'
import { answerForm } from './answer-form'

function form(): FormData {
  const sent = new FormData()
  sent.set('email', 'amina@example.org')
  sent.set('password', 'secret')
  return sent
}

test('what was done is handed on', async () => {
  const state = await answerForm('test', form(), [], async () => ({ ok: true, key: 'k' }) as const)
  expect(state).toEqual({ status: 'done', done: { ok: true, key: 'k' } })
})

test('a refusal says why, and holds of the form what may be shown again', async () => {
  const fields = [{ name: 'email', message: 'Taken.' }]
  const state = await answerForm('test', form(), ['email'], async () => {
    throw new RequestError(409, 'email_taken', 'Taken.', fields)
  })
  expect(state).toEqual({ status: 'refused', error: 'Taken.', fields, kept: { email: ['amina@example.org'] } })
})

test('an unforeseen failure is told without what the driver says of it', async () => {
  const state = await answerForm('test', form(), [], async () => {
    throw new Error('duplicate key: Key (email)=(amina@example.org) already exists')
  })
  expect(state).toMatchObject({ status: 'refused', error: expect.stringMatching(/^The server failed/) })
  expect(JSON.stringify(state)).not.toContain('amina')
})

test('a lost database is told as an outage', async () => {
  const state = await answerForm('test', form(), [], async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' })
  })
  expect(state).toMatchObject({ status: 'refused', error: expect.stringMatching(/^The database can not be reached/) })
})

test('a redirect is no failure: it goes on', async () => {
  await expect(answerForm('test', form(), [], async () => redirect('/people'))).rejects.toMatchObject({
    digest: expect.stringContaining('/people'),
  })
})
