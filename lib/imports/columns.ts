import { restore } from '@/lib/csv/formula-text'
import { columnsOf, FILE_COLUMNS, type FileKind, type FileMapping } from './mapping'

/** What a header line says: where each known column stands, and what is wrong with it. */
export type MatchedHeader = {
  positions: ReadonlyMap<string, number>
  unknown: string[]
  missing: string[]
  repeated: string[]
}

/**
 * Finds the columns of a file: by the headers that its mapping names, else by their own names, in any order, without
 * regard to case; spaces and hyphens stand for underscores.
 */
export function matchHeader(
  cells: readonly string[],
  kind: FileKind,
  mapping?: Pick<FileMapping, 'columns' | 'fixed'>,
): MatchedHeader {
  const headers = cells.map((cell) => normaliseWord(restore(cell.trim())))
  const named = new Map(columnsOf(kind).map((column) => [column, mapping ? mapping.columns[column] : column]))
  const positions = new Map<string, number>()
  const repeated: string[] = []
  for (const [column, name] of named) {
    if (name === undefined) continue
    const wanted = normaliseWord(restore(name.trim()))
    const first = headers.indexOf(wanted)
    if (first < 0) continue
    if (headers.lastIndexOf(wanted) !== first) repeated.push(column)
    positions.set(column, first)
  }
  const found = new Set([...positions.values()].map((index) => headers[index]))
  const unknown = cells.flatMap((cell, index) =>
    found.has(headers[index]) ? [] : [cell.trim() || `column ${index + 1} (without a name)`],
  )
  return { positions, unknown, repeated, missing: missingColumns(kind, positions, mapping) }
}

/** Required columns that are nowhere, and those that the mapping promises and the file does not have. */
function missingColumns(
  kind: FileKind,
  positions: ReadonlyMap<string, number>,
  mapping?: Pick<FileMapping, 'columns' | 'fixed'>,
): string[] {
  const fixed: Record<string, string | null> = mapping?.fixed ?? {}
  const needed = FILE_COLUMNS[kind].required.filter((column) => !fixed[column])
  const promised = Object.keys(mapping?.columns ?? {})
  return [...new Set([...needed, ...promised])].filter((column) => !positions.has(column))
}

/** A word as it is compared: lower case, with underscores for spaces and hyphens. */
export function normaliseWord(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '_')
}
