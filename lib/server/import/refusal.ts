import type { FileKind } from '@/lib/imports/mapping'
import { ImportFailure } from './failure'

/** A file is not taken, whatever its rows say; `predicate` completes "The orders file …". */
export class FileRefusal extends Error {
  constructor(readonly predicate: string) {
    super(predicate)
  }
}

/** The same as a sentence for people; any other error as it is. */
export function asImportFailure(error: unknown, kind: FileKind): unknown {
  if (!(error instanceof FileRefusal)) return error
  return new ImportFailure(`The ${kind} file ${error.predicate}. Nothing was changed.`, { cause: error })
}
