import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readJsonBody, readKeyedBody } from './request-body'

const schema = z.strictObject({
  name: z.string('Say the name.'),
  order: z.strictObject({ amount: z.number() }).optional(),
})
const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }
const KEYED = { ...JSON_TYPE, 'Idempotency-Key': 'attempt-1' }

const sent = (body: BodyInit, headers: Record<string, string> = JSON_TYPE, path = '/api/orders') =>
  new Request(`http://127.0.0.1${path}`, { method: 'POST', headers, body })
const read = (body: BodyInit, headers?: Record<string, string>) => readJsonBody(sent(body, headers), schema)

/** A body whose length is not announced, with what of it was asked for. */
function endless() {
  const parts = { taken: 0 }
  const body = new ReadableStream({
    pull(controller) {
      parts.taken++
      controller.enqueue(new Uint8Array(64 * 1024).fill(0x20))
    },
  })
  // Not yet among the types of a request, and Node asks for it.
  const streamed = { method: 'POST', headers: JSON_TYPE, body, duplex: 'half' }
  return { parts, request: new Request('http://127.0.0.1', streamed) }
}

test('a body is read by its contract', async () => {
  expect(await read('{"name":"Zúhura \\u0645"}')).toEqual({ name: 'Zúhura م' })
})

describe('a body that is refused', () => {
  test.each([
    ['a form', 'name=a', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415, 'not_json'],
    ['a type that begins like JSON', '{}', { 'Content-Type': 'application/jsonp' }, 415, 'not_json'],
    ['nothing', '', JSON_TYPE, 400, 'bad_json'],
    ['half of it', '{"name":', JSON_TYPE, 400, 'bad_json'],
    ['a depth of 100,000', '['.repeat(100_000), JSON_TYPE, 400, 'bad_json'],
    ['no UTF-8', new Uint8Array([0x22, 0xff, 0x22]), JSON_TYPE, 400, 'bad_json'],
    ['a list', '[]', JSON_TYPE, 400, 'bad_request'],
    ['more than 256 kB', JSON.stringify({ name: 'a'.repeat(256 * 1024) }), JSON_TYPE, 413, 'too_large'],
  ])('%s', async (_, body, headers, status, code) => {
    await expect(read(body, headers)).rejects.toMatchObject({ status, code })
  })

  test('is read no further than the limit', async () => {
    const { request, parts } = endless()
    await expect(readJsonBody(request, schema)).rejects.toMatchObject({ status: 413 })
    expect(parts.taken).toBeLessThan(10)
  })

  test('has a message for each of its fields, by its path', async () => {
    const body = '{"order":{"amount":"1","__proto__":1},"n\\u0000":1}'
    await expect(read(body)).rejects.toMatchObject({
      fields: [
        { name: 'name', message: 'Say the name.' },
        { name: 'order.amount' },
        { name: 'order.__proto__', message: 'There is no such field.' },
        { name: 'n?', message: 'There is no such field.' },
      ],
    })
  })
})

describe('a request that may be sent again', () => {
  const once = async (body: string, headers = KEYED, path?: string) =>
    (await readKeyedBody(sent(body, headers, path), schema)).once

  test('is the same where its key, path and body are', async () => {
    expect(await once('{"name":"a"}')).toEqual(await once('{"name":"a"}'))
    const { key, requestHash } = await once('{"name":"a"}')
    expect({ key, length: requestHash.length }).toEqual({ key: 'attempt-1', length: 64 })
    expect((await once('{"name":"b"}')).requestHash).not.toBe(requestHash)
    expect((await once('{"name":"a"}', KEYED, '/api/customers')).requestHash).not.toBe(requestHash)
  })

  test('may be larger where that is said, and no larger than that', async () => {
    const large = JSON.stringify({ name: 'a'.repeat(300 * 1024) })
    const keyed = (limitBytes?: number) => readKeyedBody(sent(large, KEYED), schema, limitBytes)
    await expect(keyed()).rejects.toMatchObject({ code: 'too_large' })
    await expect(keyed(300 * 1024)).rejects.toMatchObject({ code: 'too_large', message: 'This is more than 300 kB.' })
    expect((await keyed(301 * 1024)).body.name).toHaveLength(300 * 1024)
  })

  test.each(['', 'short', 'é'.repeat(10), 'a'.repeat(201), 'tab\tinside'])('has a key: not %j', async (key) => {
    const headers = { ...JSON_TYPE, ...(key && { 'Idempotency-Key': key }) }
    await expect(once('{"name":"a"}', headers as typeof KEYED)).rejects.toMatchObject({ code: 'bad_idempotency_key' })
  })
})
