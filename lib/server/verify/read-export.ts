import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { z } from 'zod'
import { exportAboutSchema } from '@/lib/customer-groups/export-contract'
import { BRANCHES_LINE, QUERY_LINE, readBranches } from '@/lib/format/export-words'
import { LIST_LINE } from '@/lib/format/list-export-words'
import { EXPORTED_LISTS, type ExportedList, listAboutSchema } from '@/lib/list-export'
import { CUSTOMERS_SHEET, TOTAL } from '@/lib/server/customer-table'
import { LIST_SHEETS } from '@/lib/server/list-exports'
import { ABOUT_SHEET } from '@/lib/server/table-xlsx'

/** What a file of an export holds: its rows and the totals that it tells by their columns' names, and what it is of. */
export type ReadExport = {
  rows: Record<string, unknown>[]
  totals: Record<string, unknown> | null
  /** Null where the file does not say, as CSV does not. */
  of: { query: string; branches: string[] | null } | null
  /** The list that it is of; null where it is of the customers behind the figures of groups. */
  list: ExportedList | null
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
  const rows = rowsSchema.parse(parse(bytes, { columns: true, bom: true }))
  return { rows, totals: null, of: null, list: listOf(Object.keys(rows[0] ?? {})) }
}

/** A CSV file says by its columns alone what it lists. */
function listOf(columns: readonly string[]): ExportedList | null {
  if (columns.includes('customer_external_id')) return 'orders'
  return columns.includes('entered_at_utc') ? 'customers' : null
}

const jsonSchema = z.object({
  about: exportAboutSchema.pick({ query: true, visible_branches: true }).extend({
    list: listAboutSchema.shape.list.nullable().default(null),
  }),
  rows: rowsSchema,
  totals: z.record(z.string(), z.unknown()),
})

function readJson(bytes: Buffer): ReadExport {
  const { about, rows, totals } = jsonSchema.parse(JSON.parse(bytes.toString('utf8')))
  return { rows, totals, of: { query: about.query, branches: about.visible_branches }, list: about.list }
}

/** The sheet About says what the file is of; but for lists, the last row is that of the totals. */
async function readWorkbook(bytes: Buffer): Promise<ReadExport> {
  const { sheets } = await readXlsx(bytes)
  const cellsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows
  const about = new Map((cellsOf(ABOUT_SHEET) ?? []).map(([name, value]) => [String(name), String(value)]))
  const query = about.get(QUERY_LINE)
  const list = EXPORTED_LISTS.find((known) => known === about.get(LIST_LINE)) ?? null
  const [header, ...lines] = cellsOf(list ? LIST_SHEETS[list] : CUSTOMERS_SHEET) ?? []
  const of = { query: query ?? '', branches: readBranches(about.get(BRANCHES_LINE) ?? '') }
  if (header && list) return { rows: lines.map((cells) => named(header, cells)), totals: null, of, list }
  const last = lines.pop()
  if (!header || !last || query === undefined)
    throw new UnreadableExport(`It needs the sheets ${CUSTOMERS_SHEET} and ${ABOUT_SHEET} as they were made.`)
  if (last[0] !== TOTAL) throw new UnreadableExport('The last row is not that of the totals.')
  const rows = lines.map((cells) => named(header, cells))
  return { rows, totals: { ...named(header, last), rows: lines.length }, of, list }
}

function named(header: readonly unknown[], cells: readonly unknown[]): Record<string, unknown> {
  return Object.fromEntries(header.map((name, column) => [String(name), cells[column]]))
}
