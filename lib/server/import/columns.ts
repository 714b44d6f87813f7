import { restore } from '@/lib/csv/formula-text'

/** The two files that can be imported. */
export type FileKind = 'customers' | 'orders'

/** The columns of each file; a required one is needed by every row. */
export const FILE_COLUMNS = {
  customers: {
    required: ['external_id'],
    optional: ['full_name', 'customer_type', 'organization_name', 'phone', 'email', 'registered_at', 'branch'],
  },
  orders: {
    required: ['external_id', 'customer_external_id', 'type', 'status', 'amount', 'created_at'],
    optional: ['currency', 'source', 'branch'],
  },
} as const satisfies Record<FileKind, { required: string[]; optional: string[] }>

/** What a header line says: where each known column stands, and what is wrong with it. */
export type MatchedHeader = {
  positions: ReadonlyMap<string, number>
  unknown: string[]
  missing: string[]
  repeated: string[]
}

/** Finds the columns of a file by name, in any order, without regard to case; spaces and hyphens stand for underscores. */
export function matchHeader(cells: string[], kind: FileKind): MatchedHeader {
  const { required, optional } = FILE_COLUMNS[kind]
  const known = new Set<string>([...required, ...optional])
  const positions = new Map<string, number>()
  const unknown: string[] = []
  const repeated: string[] = []
  cells.forEach((cell, index) => {
    const name = normaliseWord(restore(cell.trim()))
    if (!known.has(name)) unknown.push(cell.trim() || `column ${index + 1} (without a name)`)
    else if (positions.has(name)) repeated.push(name)
    else positions.set(name, index)
  })
  return { positions, unknown, repeated, missing: required.filter((name) => !positions.has(name)) }
}

/** A word as it is compared: lower case, with underscores for spaces and hyphens. */
export function normaliseWord(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, '_')
}
