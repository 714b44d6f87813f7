import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RequestError } from '@/lib/failure'
import { FILE_NAME_LIMIT } from '@/lib/imports/job'
import { type ImportLimits, inMegabytes } from '@/lib/server/import/limits'

/** A file as it was sent, in a folder of its own that goes when `work` ends. */
export type SentFile = { path: string; name: string; scratch: string }

/**
 * Writes the body of a request to a file and hands it to `work`. Reads no further than the limit, whatever length was
 * announced, and takes nothing that came in less than its length.
 * @throws RequestError 400 `bad_request` for a missing name, 400 `cut_off`, 413 `too_large`.
 */
export async function receiveFile<T>(
  request: Request,
  limits: ImportLimits,
  work: (file: SentFile) => Promise<T>,
): Promise<T> {
  const name = nameOf(request)
  const announced = request.headers.get('content-length')
  if (Number(announced ?? 0) > limits.bytes) throw tooLarge(limits)
  return scratchFolder(async (scratch, path) => {
    const received = await writeBody(request, path, limits)
    if (announced !== null && Number(announced) !== received) throw cutOff()
    return work({ path, name, scratch })
  })
}

/** A folder, and a place in it for a file, that go when `work` ends. */
export async function scratchFolder<T>(work: (scratch: string, path: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(tmpdir(), 'customer-groups-upload-'))
  try {
    return await work(scratch, join(scratch, 'file'))
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function writeBody(request: Request, path: string, limits: ImportLimits): Promise<number> {
  let received = 0
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of request.body ?? []) {
      received += chunk.byteLength
      if (received > limits.bytes) throw tooLarge(limits)
      yield chunk
    }
  }
  try {
    await pipeline(Readable.from(counted(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }))
  } catch (error) {
    // A connection that ended in the middle has nobody to answer to, and is not a failure of ours.
    if (request.signal.aborted) throw cutOff()
    throw error
  }
  return received
}

function nameOf(request: Request): string {
  const given = new URL(request.url).searchParams.get('name') ?? ''
  const name = basename(given.replaceAll('\\', '/'))
    .replace(/[\p{Cc}\p{Surrogate}]/gu, '')
    .trim()
  if (name !== '' && name.length <= FILE_NAME_LIMIT) return name
  throw new RequestError(400, 'bad_request', `Send the name of the file, of at most ${FILE_NAME_LIMIT} characters.`)
}

function tooLarge({ bytes }: ImportLimits): RequestError {
  return new RequestError(413, 'too_large', `This file is larger than ${inMegabytes(bytes)}. Nothing was changed.`)
}

function cutOff(): RequestError {
  return new RequestError(400, 'cut_off', 'The file did not arrive whole. Send it again. Nothing was changed.')
}
