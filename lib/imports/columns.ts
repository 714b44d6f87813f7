import { restore } from '@/lib/csv/formula-text'
import { columnsOf, FILE_COLUMNS, type FileKind, type FileMapping, namesOf } from './mapping'

/** What a header line says: where each known column stands, and what is wrong with it. */
export type MatchedHeader = {
  positions: ReadonlyMap<string, number>
  unknown: string[]
  missing: string[]
  repeated: string[]
}

/**
 * Finds the columns of a file: by the headers that its mapping names, else by their own names and those of the exports, in
 * any order, without regard to case; spaces and hyphens stand for underscores.
 */
export function matchHeader(
  cells: readonly string[],
  kind: FileKind,
  mapping?: Pick<FileMapping, 'columns' | 'fixed'>,
): MatchedHeader {
  const headers = cells.map((cell) => normaliseWord(restore(cell.trim())))
  const found = (name: string) => headers.indexOf(normaliseWord(restore(name.trim())))
  const named = new Map(
    columnsOf(kind).map((column) => {
      const names = namesOf(kind, column)
      return [column, mapping ? mapping.columns[column] : (names.find((name) => found(name) >= 0) ?? column)]
    }),
  )
  const positions = new Map<string, number>()
  const repeated: string[] = []
  for (const [column, name] of named) {
    if (name === undefined) continue
    const first = found(name)
    if (first < 0) continue
    if (headers.lastIndexOf(headers[first] ?? '') !== first) repeated.push(column)
    positions.set(column, first)
  }
  const taken = new Set([...positions.values()].map((index) => headers[index]))
  const unknown = cells.flatMap((cell, index) =>
    taken.has(headers[index]) ? [] : [cell.trim() || `column ${index + 1} (without a name)`],
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
