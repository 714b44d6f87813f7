import type { Env } from '@/lib/env'

/** What a file may have at most. Unpacked are the parts of a workbook together, by the bytes that really come out. */
export type ImportLimits = { bytes: number; rows: number; columns: number; unpackedBytes: number }

const MB = 1024 * 1024

/** The limits for whoever sends files to the server. */
export function uploadLimits(env: Env): ImportLimits {
  const { IMPORT_MAX_MB, IMPORT_MAX_ROWS, IMPORT_MAX_COLUMNS, IMPORT_MAX_UNPACKED_MB } = env
  return {
    bytes: IMPORT_MAX_MB * MB,
    rows: IMPORT_MAX_ROWS,
    columns: IMPORT_MAX_COLUMNS,
    unpackedBytes: IMPORT_MAX_UNPACKED_MB * MB,
  }
}

/** On the command line files may be as large as they are, for rows are streamed. */
export function commandLimits(env: Env): ImportLimits {
  return { ...uploadLimits(env), bytes: Number.POSITIVE_INFINITY, rows: Number.POSITIVE_INFINITY }
}

/** The limits where nothing is set. */
export const USUAL_LIMITS: ImportLimits = { bytes: 20 * MB, rows: 100_000, columns: 100, unpackedBytes: 200 * MB }

/** Megabytes as they are written: "20 MB". */
export function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / MB)} MB`
}
