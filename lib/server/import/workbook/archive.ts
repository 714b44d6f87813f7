import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { FileRefusal } from '@/lib/server/import/refusal'
import type { ByteBudget } from './byte-budget'

const ENTRIES_LIMIT = 5_000

/** The parts of a workbook by their names, and the way to read one; whatever is read counts against the budget. */
export type Archive = {
  names: ReadonlySet<string>
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

/**
 * Opens a zip archive from its central directory, which a file that was cut off does not have.
 * @throws FileRefusal for too many or encrypted parts; an error of yauzl for an archive that is damaged.
 */
export async function openArchive(path: string, budget: ByteBudget): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  try {
    const entries = await listEntries(zip)
    return {
      names: new Set(entries.keys()),
      read: (name) => readEntry(zip, entries.get(name), budget),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > ENTRIES_LIMIT) throw new FileRefusal(`has more than ${ENTRIES_LIMIT} parts`)
  const entries = new Map<string, Entry>()
  return new Promise((resolve, reject) => {
    zip.on('error', reject)
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return reject(new FileRefusal('is locked by a password'))
      // Two parts of one name are read differently by different programs.
      if (entries.has(entry.fileName)) return reject(new FileRefusal('has two parts of one name'))
      entries.set(entry.fileName, entry)
      zip.readEntry()
    })
    zip.readEntry()
  })
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, budget: ByteBudget): AsyncGenerator<Buffer> {
  if (!entry) return
  const stream: Readable = await zip.openReadStreamPromise(entry)
  try {
    for await (const chunk of stream) {
      budget.take(chunk.length)
      yield chunk
    }
  } finally {
    stream.destroy()
  }
}
