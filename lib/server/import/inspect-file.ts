import { DecimalEvidence } from '@/lib/csv/decimal-sign'
import { isDamaged } from '@/lib/csv/encoding'
import { restore } from '@/lib/csv/formula-text'
import { matchHeader } from '@/lib/imports/columns'
import type { DateOrder } from '@/lib/imports/date-order'
import { type FileKind, type FileMapping, readingSchema } from '@/lib/imports/mapping'
import { type CsvRow, CsvSyntaxError, type OnBytes } from './csv-rows'
import type { ErrorLog } from './error-log'
import type { ImportLimits } from './limits'
import { asImportFailure } from './refusal'
import { openTable, type TableFile, type TableSource } from './table-source'

/** How a file is to be read, and what its money looks like, known before any row is judged. */
export type InspectedFile = TableSource & {
  path: string
  kind: FileKind
  header: string[]
  headerLine: number
  positions: ReadonlyMap<string, number>
  /** What every row says of a column that the file does not have. */
  fixed: Readonly<Record<string, string | null>>
  unknownColumns: string[]
  /** Null where the file is no mapped one: then dates are ISO 8601 and nothing else. */
  dateOrder: DateOrder | null
  isLineItems: boolean
  amounts: DecimalEvidence
  /** As written, in capitals; '' stands for a blank cell or a file without the column. */
  currencies: ReadonlySet<string>
}

/** A file to look at, and by what: without a mapping columns are found by their own names. */
export type FileToInspect = TableFile & { kind: FileKind; mapping?: FileMapping; limits: ImportLimits }

/**
 * The first reading of a file: its encoding, separator and columns, and for orders the amounts and currencies. Null where
 * it can not be read as a table; the reasons are then in the log.
 * @throws ImportFailure for what is no table, or is beyond the limits.
 */
export async function inspectFile(
  file: FileToInspect,
  log: ErrorLog,
  onBytes?: OnBytes,
): Promise<InspectedFile | null> {
  try {
    const { encoding, separator, sheet } = file.mapping ?? {}
    const source = await openTable(file, readingSchema.parse({ encoding, separator, sheet }), file.limits)
    return await inspect(file, source, log, onBytes)
  } catch (error) {
    throw asImportFailure(error, file.kind)
  }
}

async function inspect(
  { path, kind, mapping }: FileToInspect,
  source: TableSource,
  log: ErrorLog,
  onBytes?: OnBytes,
): Promise<InspectedFile | null> {
  const rows = source.rows(onBytes)
  const header = await readHeader(rows, path, log)
  if (!header || (await logHeaderErrors(header, { path, kind, mapping, source }, log)) > 0) {
    await rows.return(undefined)
    return null
  }
  const { positions, unknown } = matchHeader(header.cells, kind, mapping)
  const money = kind === 'orders' ? await readMoney(rows, header.cells.length, positions) : noMoney()
  await rows.return(undefined)
  const described = { header: header.cells, headerLine: header.line, positions, unknownColumns: unknown }
  const asked = {
    fixed: mapping?.fixed ?? {},
    dateOrder: mapping?.date_order ?? null,
    isLineItems: mapping?.line_items ?? false,
  }
  return { path, kind, ...source, ...described, ...asked, ...money }
}

/** The first row that says anything; null, with the reason in the log, where there is none or it can not be read. */
async function readHeader(rows: AsyncGenerator<CsvRow>, path: string, log: ErrorLog): Promise<CsvRow | null> {
  try {
    for (;;) {
      const { value, done } = await rows.next()
      if (done) break
      if (value.cells.some((cell) => cell.trim() !== '')) return value
    }
    await log.add({ file: path, line: 1, column: '', value: '', reason: 'empty file' })
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
    await log.add({ file: path, line: error.line, column: '', value: '', reason: error.reason })
  }
  return null
}

type Described = { path: string; kind: FileKind; mapping?: FileMapping; source: TableSource }

async function logHeaderErrors({ line, cells }: CsvRow, file: Described, log: ErrorLog): Promise<number> {
  const { missing, repeated } = matchHeader(cells, file.kind, file.mapping)
  const { encoding, damagedLines } = file.source
  const before = log.total
  const add = (
    reason: 'missing required column' | 'column named twice' | 'invalid encoding',
    column: string,
    value = '',
  ) => log.add({ file: file.path, line, column, value, reason })
  for (const column of missing) await add('missing required column', column, file.mapping?.columns[column])
  for (const column of repeated) await add('column named twice', column)
  const damaged = cells.filter((cell) => encoding && isDamaged(cell, encoding, damagedLines.has(line)))
  for (const cell of damaged) await add('invalid encoding', '', cell)
  return log.total - before
}

type Money = Pick<InspectedFile, 'amounts' | 'currencies'>

function noMoney(): Money {
  return { amounts: new DecimalEvidence(), currencies: new Set() }
}

/** What can not be read as rows is left to the second reading, which tells of it. */
async function readMoney(
  rows: AsyncGenerator<CsvRow>,
  width: number,
  positions: ReadonlyMap<string, number>,
): Promise<Money> {
  const amounts = new DecimalEvidence()
  const currencies = new Set<string>()
  const amountAt = positions.get('amount') ?? -1
  const currencyAt = positions.get('currency') ?? -1
  try {
    for await (const { cells, line } of rows) {
      if (cells.length !== width) continue
      amounts.add(restore((cells[amountAt] ?? '').trim()), line)
      currencies.add(restore((cells[currencyAt] ?? '').trim()).toUpperCase())
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw error
  }
  return { amounts, currencies }
}
