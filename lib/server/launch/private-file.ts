import { randomUUID } from 'node:crypto'
import { link, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf, readIfThere } from '@/db/embedded/file-state'

/**
 * The text of a file that only we can read, made at the first call: of two that make it at once, both get the one that
 * was first. It appears whole or not at all.
 */
export async function keepPrivateFile(path: string, make: () => string): Promise<{ text: string; isNew: boolean }> {
  const kept = await readIfThere(path)
  if (kept !== null) return { text: kept, isNew: false }
  await mkdir(dirname(path), { recursive: true })
  const written = `${path}.${randomUUID()}`
  await writeFile(written, make(), { mode: 0o600, flush: true })
  try {
    await link(written, path)
    return { text: (await readIfThere(path)) ?? '', isNew: true }
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    return keepPrivateFile(path, make)
  } finally {
    await rm(written, { force: true })
  }
}
