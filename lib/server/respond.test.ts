import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { RequestError } from '@/lib/failure'
import { failureSchema } from '@/lib/failure-contract'
import { log } from './log'
import { route } from './respond'

const written = vi.fn()
beforeEach(() => {
  vi.spyOn(log, 'info').mockImplementation(written)
  vi.spyOn(log, 'error').mockImplementation(written)
})
afterEach(() => {
  vi.restoreAllMocks()
  written.mockClear()
})

const request = () => new Request('http://127.0.0.1/api/customers?q=%2B255739445652')
const answer = (handler: () => Promise<Response>) => route('/api/customers', handler)(request(), {})
const failWith = (error: unknown) => answer(() => Promise.reject(error))

/** As drivers and Drizzle throw: a code on the cause, details in the message. */
const driverError = (code: string) =>
  new Error('Failed query', { cause: Object.assign(new Error('Key (phone)=(+255739445652)'), { code }) })

test('a request has an id and one log line: id, pattern, status and time, and nothing of the query string', async () => {
  const response = await answer(async () => Response.json({ success: true }))
  const id = response.headers.get('x-request-id')
  expect(written.mock.calls).toEqual([[{ id, route: '/api/customers', status: 200, ms: expect.any(Number) }]])
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('a refused request is the envelope with its own status', async () => {
  const fields = [{ name: 'page', message: 'is beyond the last page' }]
  const response = await failWith(new RequestError(400, 'bad_parameters', 'The request can not be read.', fields))
  expect(response.status).toBe(400)
  expect(failureSchema.parse(await response.json())).toEqual({
    success: false,
    error: 'The request can not be read.',
    code: 'bad_parameters',
    fields,
    request_id: response.headers.get('x-request-id'),
  })
})

test('a refusal is no error of the server: it is one line of information, whatever its status', async () => {
  for (const [status, code] of [
    [429, 'too_many_streams'],
    [503, 'stopping'],
  ] as const) {
    expect((await failWith(new RequestError(status, code, 'Not now.'))).status).toBe(status)
  }
  expect(log.error).not.toHaveBeenCalled()
  expect(log.info).toHaveBeenCalledTimes(2)
})

test.each([
  ['the connection is refused', driverError('ECONNREFUSED')],
  ['the server shuts down', driverError('57P01')],
  ['there are too many connections', driverError('53300')],
  ['the statement takes too long', driverError('57014')],
  ['two transactions wait for each other', driverError('40P01')],
  ['another transaction was faster', driverError('40001')],
  ['the connection is lost', new Error('Connection terminated unexpectedly')],
  ['the pool gives none', new Error('timeout exceeded when trying to connect')],
])('503 with Retry-After when %s', async (_, error) => {
  const response = await failWith(error)
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
  expect(failureSchema.parse(await response.json()).code).toBe('unavailable')
})

test('anything else is 500, and neither the answer nor the log tells what the driver said', async () => {
  const response = await failWith(driverError('23505'))
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('739445652')
  expect(JSON.stringify(written.mock.calls)).not.toContain('739445652')
  expect(JSON.stringify(written.mock.calls)).toContain('23505')
})
