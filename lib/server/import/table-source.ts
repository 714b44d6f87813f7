import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createDecoder, type Encoding } from '@/lib/csv/encoding'
import { scanEncoding } from '@/lib/csv/encoding-scan'
import { detectSeparator, type Separator } from '@/lib/csv/separator'
import type { Reading } from '@/lib/imports/mapping'
import { type CsvRow, type OnBytes, readCsvRows } from './csv-rows'
import { contentOf } from './file-content'
import { type ImportLimits, inMegabytes } from './limits'
import { FileRefusal } from './refusal'
import { readUnpacked, unpackSheet } from './workbook/unpack-sheet'

/** A file as rows that can be read more than once. Encoding and separator are null for a workbook, the sheet for text. */
export type TableSource = {
  encoding: Encoding | null
  separator: Separator | null
  sheet: string | null
  sheets: string[]
  damagedLines: ReadonlySet<number>
  rows(onBytes?: OnBytes): AsyncGenerator<CsvRow>
}

/** `scratch` is a folder of the import's own, for what is unpacked; `name` is what the file is called where it came from. */
export type TableFile = { path: string; name: string; scratch: string }

const START_BYTES = 65_536

/**
 * Finds out how a file is to be read, or takes what was chosen.
 * @throws FileRefusal for what is no table or is beyond the limits, also while its rows are read.
 */
export async function openTable(file: TableFile, reading: Reading, limits: ImportLimits): Promise<TableSource> {
  const { size } = await stat(file.path)
  if (size > limits.bytes) throw new FileRefusal(`is larger than ${inMegabytes(limits.bytes)}`)
  const start = await readStart(file.path)
  const source =
    contentOf(start, file.name) === 'workbook'
      ? await openWorkbook(file, size, reading, limits)
      : await openText(file.path, start, reading)
  return { ...source, rows: (onBytes) => within(limits, source.rows(onBytes)) }
}

async function openText(path: string, start: Buffer, reading: Reading): Promise<TableSource> {
  const scanned = await scanEncoding(start, createReadStream(path), reading.encoding)
  const separator = reading.separator ?? detectSeparator(createDecoder(scanned.encoding).decode(start))
  const rows = (onBytes?: OnBytes) => readCsvRows(path, { encoding: scanned.encoding, separator }, onBytes)
  return { ...scanned, separator, sheet: null, sheets: [], rows }
}

async function openWorkbook(
  file: TableFile,
  size: number,
  { sheet }: Reading,
  limits: ImportLimits,
): Promise<TableSource> {
  const target = join(file.scratch, `${crypto.randomUUID()}.rows`)
  const unpacked = await unpackSheet(file.path, sheet, target, limits)
  const { size: unpackedSize } = await stat(target)
  // What was unpacked is read, and told as if it were the file.
  const scale = size / Math.max(1, unpackedSize)
  const rows = (onBytes?: OnBytes) => readUnpacked(target, onBytes && ((bytes) => onBytes(bytes * scale)))
  return { encoding: null, separator: null, ...unpacked, damagedLines: new Set(), rows }
}

async function* within(limits: ImportLimits, rows: AsyncGenerator<CsvRow>): AsyncGenerator<CsvRow> {
  let count = 0
  for await (const row of rows) {
    if (row.cells.length > limits.columns) throw new FileRefusal(`has more than ${limits.columns} columns`)
    count += 1
    // The header line is no row.
    if (count > limits.rows + 1) throw new FileRefusal(`has more than ${limits.rows} rows`)
    yield row
  }
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
