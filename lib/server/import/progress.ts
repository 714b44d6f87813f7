import { access, constants, stat } from 'node:fs/promises'
import { findCode } from '@/lib/server/database-errors'
import type { OnBytes } from './csv-rows'
import { ImportFailure } from './failure'
import type { ImportProgress } from './report'

/** Called as an import goes on; at the beginning of a step the import waits for it. */
export type OnProgress = (progress: ImportProgress) => void | Promise<void>

export type Progress = { onBytes: OnBytes; enter(step: ImportProgress['step']): Promise<void> }

/**
 * Counts what is read of the files (customers once, orders twice) and stops the import when its signal says so.
 * @throws ImportFailure for a file that is not there or can not be read twice.
 */
export async function createProgress(options: {
  customersFile?: string
  ordersFile?: string
  onProgress?: OnProgress
  signal?: AbortSignal
}): Promise<Progress> {
  const { customersFile, ordersFile, onProgress, signal } = options
  if (!customersFile && !ordersFile)
    throw new ImportFailure('There is nothing to import: name a customers or an orders file.')
  const sizes = [customersFile, ordersFile, ordersFile].map((path) => (path ? sizeOf(path) : 0))
  const totalBytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  let doneBytes = 0
  return {
    onBytes(bytes) {
      signal?.throwIfAborted()
      doneBytes += bytes
      void onProgress?.({ step: 'reading', doneBytes, totalBytes })
    },
    async enter(step) {
      signal?.throwIfAborted()
      await onProgress?.({ step, doneBytes, totalBytes })
    },
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    await access(path, constants.R_OK)
    const found = await stat(path)
    if (found.isFile()) return found.size
  } catch (error) {
    const isMissing = findCode(error) === 'ENOENT'
    throw new ImportFailure(
      `${path}: ${isMissing ? 'there is no such file' : 'it can not be read'}. Nothing was changed.`,
    )
  }
  throw new ImportFailure(`${path}: it is not a file that can be read twice. Nothing was changed.`)
}
