import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { findCode } from '@/lib/server/database-errors'
import type { CsvRow } from '@/lib/server/import/csv-rows'
import type { ImportLimits } from '@/lib/server/import/limits'
import { FileRefusal } from '@/lib/server/import/refusal'
import { openArchive } from './archive'
import { ByteBudget } from './byte-budget'
import { readDateStyles } from './date-styles'
import { readSharedStrings } from './shared-strings'
import { readSheet, type SheetRow } from './sheet-rows'
import { readParts } from './workbook-parts'

/** Which sheet was taken, of which; its rows lie in the file that was named. */
export type UnpackedSheet = { sheet: string; sheets: string[] }

/**
 * Writes the rows of one sheet of an XLSX file to `target`, a line of JSON each, so that they can be read twice without
 * unpacking twice. Null is the first sheet that is not hidden.
 * @throws FileRefusal for what is no workbook, is damaged, or has more than the limits allow.
 */
export async function unpackSheet(
  path: string,
  wanted: string | null,
  target: string,
  limits: ImportLimits,
): Promise<UnpackedSheet> {
  try {
    return await unpack(path, wanted, target, limits)
  } catch (error) {
    // What the system says is no fault of the file; what the readers of zip, deflate and XML say is.
    if (error instanceof FileRefusal || /^E[A-Z]+$/.test(findCode(error) ?? '')) throw error
    throw new FileRefusal('can not be read as a workbook: it is cut off or damaged')
  }
}

async function unpack(
  path: string,
  wanted: string | null,
  target: string,
  limits: ImportLimits,
): Promise<UnpackedSheet> {
  const budget = new ByteBudget(limits.unpackedBytes)
  const archive = await openArchive(path, budget)
  try {
    const { sheets, sharedStrings, styles, from1904 } = await readParts(archive)
    const sheet = sheets.find(({ name, hidden }) => (wanted === null ? !hidden : name === wanted))
    if (!sheet || !archive.names.has(sheet.part)) throw new FileRefusal(wanted ? 'has no such sheet' : 'has no sheet')
    const dateStyles = await readDateStyles(archive, styles)
    const strings = await readSharedStrings(archive, sharedStrings)
    const rows = readSheet(archive.read(sheet.part), { strings, dateStyles, from1904 }, limits.columns)
    await pipeline(Readable.from(inLines(rows, limits)), createWriteStream(target, { mode: 0o600 }))
    return { sheet: sheet.name, sheets: sheets.map(({ name }) => name) }
  } finally {
    archive.close()
  }
}

/** Signs at which Node, unlike JSON, begins a new line. */
const LINE_SEPARATORS = /[\u2028\u2029]/g
const ROW_CHARACTERS_LIMIT = 1_000_000

/** Counted once more: a text that lies in the workbook once may stand in every cell. */
async function* inLines(
  rows: AsyncIterable<SheetRow>,
  { unpackedBytes, rows: rowsLimit }: ImportLimits,
): AsyncGenerator<string> {
  const budget = new ByteBudget(unpackedBytes)
  let count = 0
  for await (const row of rows) {
    count += 1
    // The header line is no row.
    if (count > rowsLimit + 1) throw new FileRefusal(`has more than ${rowsLimit} rows`)
    // Before they are written together: what lies in the workbook once can be a hundred times as much in one row.
    const characters = row.cells.reduce((all, cell) => all + cell.length, 0)
    if (characters > ROW_CHARACTERS_LIMIT) throw new FileRefusal('has a row of more than a million characters')
    const line = JSON.stringify(row).replace(LINE_SEPARATORS, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`)
    budget.take(line.length)
    yield `${line}\n`
  }
}

const rowSchema = z.object({
  line: z.number(),
  cells: z.array(z.string()),
  faults: z.array(z.tuple([z.number(), z.enum(['formula without a result', 'error of the spreadsheet'])])),
})

/** The rows of an unpacked sheet, each with as many cells as the first one; what stands beyond is left there. */
export async function* readUnpacked(target: string, onBytes?: (bytes: number) => void): AsyncGenerator<CsvRow> {
  const source = createReadStream(target)
  let width: number | undefined
  try {
    for await (const text of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY })) {
      onBytes?.(text.length + 1)
      const { line, cells, faults } = rowSchema.parse(JSON.parse(text))
      width ??= cells.length
      while (cells.length < width) cells.push('')
      yield { line, lastLine: line, cells, faults }
    }
  } finally {
    source.destroy()
  }
}
