import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { DecimalEvidence } from '@/lib/csv/decimal-sign'
import { createDecoder, type Encoding, isDamaged } from '@/lib/csv/encoding'
import { scanEncoding } from '@/lib/csv/encoding-scan'
import { restore } from '@/lib/csv/formula-text'
import { detectSeparator, type Separator } from '@/lib/csv/separator'
import { type FileKind, matchHeader } from './columns'
import { type CsvRow, CsvSyntaxError, type OnBytes, readCsvRows } from './csv-rows'
import type { ErrorLog } from './error-log'

/** How a file is to be read, and what its money looks like, known before any row is judged. */
export type InspectedFile = {
  path: string
  encoding: Encoding
  damagedLines: ReadonlySet<number>
  separator: Separator
  header: string[]
  headerLine: number
  positions: ReadonlyMap<string, number>
  unknownColumns: string[]
  amounts: DecimalEvidence
  /** As written, in capitals; '' stands for a blank cell or a file without the column. */
  currencies: ReadonlySet<string>
}

const START_BYTES = 65_536

/**
 * The first reading of a file: its encoding, separator and columns, and for orders the amounts and currencies. Null where
 * it can not be read as a table; the reasons are then in the log.
 */
export async function inspectFile(
  path: string,
  kind: FileKind,
  log: ErrorLog,
  onBytes?: OnBytes,
): Promise<InspectedFile | null> {
  const start = await readStart(path)
  const scanned = await scanEncoding(start, createReadStream(path))
  const separator = detectSeparator(createDecoder(scanned.encoding).decode(start))
  const rows = readCsvRows(path, { encoding: scanned.encoding, separator }, onBytes)
  const header = await readHeader(rows, path, log)
  if (!header || (await logHeaderErrors(header, { path, kind, ...scanned }, log)) > 0) {
    await rows.return(undefined)
    return null
  }
  const { positions, unknown } = matchHeader(header.cells, kind)
  const money = kind === 'orders' ? await readMoney(rows, header.cells.length, positions) : noMoney()
  await rows.return(undefined)
  const described = { header: header.cells, headerLine: header.line, positions, unknownColumns: unknown }
  return { path, ...scanned, separator, ...described, ...money }
}

async function readStart(path: string): Promise<Buffer> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(START_BYTES), 0, START_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

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

type Described = { path: string; kind: FileKind; encoding: Encoding; damagedLines: ReadonlySet<number> }

async function logHeaderErrors({ line, cells }: CsvRow, file: Described, log: ErrorLog): Promise<number> {
  const { missing, repeated } = matchHeader(cells, file.kind)
  const before = log.total
  const add = (
    reason: 'missing required column' | 'column named twice' | 'invalid encoding',
    column: string,
    value = '',
  ) => log.add({ file: file.path, line, column, value, reason })
  for (const column of missing) await add('missing required column', column)
  for (const column of repeated) await add('column named twice', column)
  const damaged = cells.filter((cell) => isDamaged(cell, file.encoding, file.damagedLines.has(line)))
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
