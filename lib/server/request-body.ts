import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type FailedField, RequestError } from '@/lib/failure'

const LIMIT_BYTES = 256 * 1024
const KEY = /^[\x20-\x7e]{8,200}$/

/** A body with what makes its request once: the key that the sender chose, and the hash of what is asked under it. */
export type KeyedBody<T> = { body: T; once: { key: string; requestHash: string } }

/**
 * The JSON body of a request as a contract reads it.
 * @throws RequestError 415 unless it is JSON, 413 beyond 256 kB, 400 `bad_json`, 400 `bad_request` with its fields.
 */
export async function readJsonBody<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  return parseBody(await readText(request, LIMIT_BYTES), schema)
}

/**
 * The same, of a request that may be sent again, with its `Idempotency-Key` header; one that brings files may be larger.
 * @throws RequestError as `readJsonBody`, and 400 `bad_idempotency_key` where the header is missing or malformed.
 */
export async function readKeyedBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  limitBytes = LIMIT_BYTES,
): Promise<KeyedBody<z.output<S>>> {
  const key = request.headers.get('idempotency-key') ?? ''
  if (!KEY.test(key)) {
    const message = 'Send an Idempotency-Key header of 8 to 200 printable characters, a new one for each new request.'
    throw new RequestError(400, 'bad_idempotency_key', message)
  }
  const text = await readText(request, limitBytes)
  const { pathname } = new URL(request.url)
  const requestHash = createHash('sha256').update(`${request.method} ${pathname}\n${text}`).digest('hex')
  return { body: parseBody(text, schema), once: { key, requestHash } }
}

function parseBody<S extends z.ZodType>(text: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new RequestError(400, 'bad_request', 'Some of this is not right yet.', fieldsOf(parsed.error))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badJson()
  }
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    throw new RequestError(415, 'not_json', 'Send JSON, with the Content-Type application/json.')
  }
  if (Number(request.headers.get('content-length') ?? 0) > limitBytes) throw tooLarge(limitBytes)
  const bytes = await readBytes(request.body, limitBytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw badJson()
  }
}

/** Reads no further than the limit, whatever length was announced. */
async function readBytes(body: ReadableStream<Uint8Array> | null, limitBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > limitBytes) throw tooLarge(limitBytes)
    parts.push(part)
  }
  return Buffer.concat(parts)
}

/** The first message for each field, by its path as in `order.amount`. */
function fieldsOf(error: z.ZodError): FailedField[] {
  const byName = new Map<string, string>()
  const add = (path: PropertyKey[], message: string) => {
    const name = path.map(String).join('.').slice(0, 100)
    if (!byName.has(name)) byName.set(name, message)
  }
  for (const issue of error.issues) {
    if (issue.code !== 'unrecognized_keys') add(issue.path, issue.message)
    else for (const key of issue.keys.slice(0, 20)) add([...issue.path, printable(key)], 'There is no such field.')
  }
  return [...byName].map(([name, message]) => ({ name, message }))
}

/** A name that came from outside, without control characters. */
function printable(name: string): string {
  return name.replaceAll(/\p{Cc}|\p{Surrogate}/gu, '?').slice(0, 60)
}

function badJson(): RequestError {
  return new RequestError(400, 'bad_json', 'This is not JSON.')
}

function tooLarge(limitBytes: number): RequestError {
  return new RequestError(413, 'too_large', `This is more than ${limitBytes / 1024} kB.`)
}
