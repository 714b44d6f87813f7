import { guessColumns } from './guess-columns'
import type { FileDetails, ImportChoice } from './job'
import { columnsOf, FILE_COLUMNS, type FileKind, mappingSchemaOf } from './mapping'

/** The column of each kind whose values are dates. */
export const DATE_COLUMN: Record<FileKind, string> = { customers: 'registered_at', orders: 'created_at' }

type Reach = Pick<FileDetails, 'headers' | 'columns'>

/** The same file as one of another kind, its columns guessed anew. */
export function asKind(choice: ImportChoice, kind: FileKind, details: Reach): ImportChoice {
  const { encoding, separator, sheet } = choice.mapping
  const mapping = { encoding, separator, sheet, columns: guessColumns(details.headers, kind) }
  const made: ImportChoice =
    kind === 'orders'
      ? { part: choice.part, kind, mapping: mappingSchemaOf('orders').parse(mapping) }
      : { part: choice.part, kind, mapping: mappingSchemaOf('customers').parse(mapping) }
  return withDateOrder(made, details)
}

/** The same file with a column found under another header, or nowhere; another column of dates has an order of its own. */
export function withColumn(choice: ImportChoice, column: string, header: string, details: Reach): ImportChoice {
  const entries = Object.entries({ ...choice.mapping.columns, [column]: header }).filter(([, name]) => name !== '')
  const changed = withMapping(choice, { columns: Object.fromEntries(entries) })
  return column === DATE_COLUMN[choice.kind] ? withDateOrder(changed, details) : changed
}

/** The same file with something of its mapping changed. What only orders have is passed over for customers. */
export function withMapping(
  choice: ImportChoice,
  change: Partial<Extract<ImportChoice, { kind: 'orders' }>['mapping']>,
): ImportChoice {
  if (choice.kind === 'orders') return { ...choice, mapping: { ...choice.mapping, ...change } }
  const { columns = choice.mapping.columns, date_order = choice.mapping.date_order } = change
  return { ...choice, mapping: { ...choice.mapping, columns, date_order } }
}

function withDateOrder(choice: ImportChoice, details: Reach): ImportChoice {
  return withMapping(choice, { date_order: seenIn(choice, DATE_COLUMN[choice.kind], details)?.date_order ?? 'ymd' })
}

/** What the values of a column look like; undefined where the file does not have it. */
export function seenIn({ mapping }: ImportChoice, column: string, { headers, columns }: Reach) {
  const header = mapping.columns[column]
  return header === undefined ? undefined : columns[headers.indexOf(header)]
}

/** What has to be decided before a file can be looked at, by the column that it is about. */
export function undecided(choice: ImportChoice, details: Reach): { column: string; message: string }[] {
  const { kind, mapping } = choice
  const fixed: Record<string, string | null> = kind === 'orders' ? choice.mapping.fixed : {}
  const missing = FILE_COLUMNS[kind].required.filter((column) => !mapping.columns[column] && !fixed[column])
  const problems: { column: string; message: string }[] = missing.map((column) => ({
    column,
    message: 'Every row needs this. Choose its column.',
  }))
  const gone = columnsOf(kind).filter(
    (column) => !details.headers.includes(mapping.columns[column] ?? details.headers[0] ?? ''),
  )
  for (const column of gone) problems.push({ column, message: 'The file has no such column.' })
  if (seenIn(choice, DATE_COLUMN[kind], details)?.date_order === null && mapping.date_order === 'ymd')
    problems.push({ column: 'date_order', message: 'Day and month can not be told apart in this file. Choose.' })
  return problems
}
