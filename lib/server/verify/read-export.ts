import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import { exportAboutSchema } from '@/lib/customer-groups/export-contract'
import { BRANCHES_LINE, QUERY_LINE, readBranches } from '@/lib/format/export-words'
import { CUSTOMERS_SHEET, TOTAL } from '@/lib/server/customer-table'
import { ABOUT_SHEET } from '@/lib/server/table-xlsx'

/** What a file of an export holds: its rows and the totals that it tells by their columns' names, and what it is of. */
export type ReadExport = {
  rows: Record<string, unknown>[]
  totals: Record<string, unknown> | null
  /** Null where the file does not say, as CSV does not. */
  of: { query: string; branches: string[] | null } | null
}

/** A file can not be read as an export; the message says why. */
export class UnreadableExport extends Error {}

const FILE_BYTES_LIMIT = 200 * 2 ** 20

/** Reads an export by the ending of its name: .csv, .xlsx or .json. Throws UnreadableExport. */
export async function readExport(path: string): Promise<ReadExport> {
  const read = READERS[extname(path).toLowerCase()]
  if (!read) throw new UnreadableExport('An export is a file whose name ends in .csv, .xlsx or .json.')
  const bytes = await readFile(path).catch(() => {
    throw new UnreadableExport(`${path} can not be opened.`)
  })
  if (bytes.length > FILE_BYTES_LIMIT) throw new UnreadableExport(`${path} is larger than 200 MB.`)
  try {
    return await read(bytes)
  } catch (error) {
    if (error instanceof UnreadableExport) throw error
    throw new UnreadableExport(`${path} is no export of customers: ${error instanceof Error ? error.message : error}`)
  }
}

const READERS: Record<string, (bytes: Buffer) => ReadExport | Promise<ReadExport>> = {
  '.csv': readCsv,
  '.xlsx': readWorkbook,
  '.json': readJson,
}

const rowsSchema = z.array(z.record(z.string(), z.unknown()))

function readCsv(bytes: Buffer): ReadExport {
  return { rows: rowsSchema.parse(parse(bytes, { columns: true, bom: true })), totals: null, of: null }
}

const jsonSchema = z.object({
  about: exportAboutSchema.pick({ query: true, visible_branches: true }),
  rows: rowsSchema,
  totals: z.record(z.string(), z.unknown()),
})

function readJson(bytes: Buffer): ReadExport {
  const { about, rows, totals } = jsonSchema.parse(JSON.parse(bytes.toString('utf8')))
  return { rows, totals, of: { query: about.query, branches: about.visible_branches } }
}

/** The last row is that of the totals; the sheet About says what the file is of. */
async function readWorkbook(bytes: Buffer): Promise<ReadExport> {
  const { sheets } = await readXlsx(bytes)
  const cellsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows
  const [header, ...lines] = cellsOf(CUSTOMERS_SHEET) ?? []
  const last = lines.pop()
  const about = new Map((cellsOf(ABOUT_SHEET) ?? []).map(([name, value]) => [String(name), String(value)]))
  const query = about.get(QUERY_LINE)
  if (!header || !last || query === undefined)
    throw new UnreadableExport(`It needs the sheets ${CUSTOMERS_SHEET} and ${ABOUT_SHEET} as they were made.`)
  if (last[0] !== TOTAL) throw new UnreadableExport('The last row is not that of the totals.')
  const named = (cells: unknown[]) => Object.fromEntries(header.map((name, column) => [String(name), cells[column]]))
  return {
    rows: lines.map(named),
    totals: { ...named(last), rows: lines.length },
    of: { query, branches: readBranches(about.get(BRANCHES_LINE) ?? '') },
  }
}
