import { createHash } from 'node:crypto'
import type { Database } from '@/db/client'
import { recallShape } from '@/db/commands/import/shapes'
import { DecimalEvidence } from '@/lib/csv/decimal-sign'
import { restore } from '@/lib/csv/formula-text'
import { RequestError } from '@/lib/failure'
import { normaliseWord } from '@/lib/imports/columns'
import { DateEvidence } from '@/lib/imports/date-order'
import { guessColumns, guessKind } from '@/lib/imports/guess-columns'
import type { FileDetails, FilePart, ImportChoice } from '@/lib/imports/job'
import { type FileKind, type FileMapping, mappingSchemaOf, type Reading, readingSchema } from '@/lib/imports/mapping'
import { CsvSyntaxError } from '@/lib/server/import/csv-rows'
import type { ImportLimits } from '@/lib/server/import/limits'
import { FileRefusal } from '@/lib/server/import/refusal'
import { openTable, type TableFile, type TableSource } from '@/lib/server/import/table-source'

/** A file to describe: as which part, and how amounts of the business are written. */
export type FileToDescribe = { file: TableFile; part: FilePart; limits: ImportLimits; currencyDigits: number }

const FIRST_ROWS = 5
const SHOWN_CHARACTERS = 120
/** So many rows show what the values of a column look like; a later one that differs is told of by the preview. */
const EVIDENCE_ROWS = 2_000
const AUTOMATIC = readingSchema.parse({})

type Found = Omit<FileDetails, 'shape' | 'guess' | 'is_remembered'>

/**
 * Reads a file once and says what is in it and how it may be meant: as a file of its shape was read the last time, else by
 * the usual words.
 * @throws RequestError 400 `file_refused`.
 */
export async function describeFile(db: Database, asked: FileToDescribe): Promise<FileDetails> {
  const found = await find(asked, AUTOMATIC)
  const shape = shapeOf(found.headers)
  const known = await recallShape(db, shape)
  if (known) {
    const again = await find(asked, readingSchema.parse(pickReading(known.mapping))).catch(() => null)
    const guess = mappingSchemaOf(known.kind).safeParse(known.mapping)
    if (again && guess.success) {
      return { ...again, shape, guess: choiceOf(asked.part, known.kind, guess.data), is_remembered: true }
    }
  }
  return { ...found, shape, guess: guessChoice(asked.part, found, AUTOMATIC), is_remembered: false }
}

/** Reads a file as somebody chose, and guesses the columns anew. Throws as `describeFile`. */
export async function describeAgain(asked: FileToDescribe, shape: string, reading: Reading): Promise<FileDetails> {
  const found = await find(asked, reading)
  return { ...found, shape, guess: guessChoice(asked.part, found, reading), is_remembered: false }
}

async function find({ file, limits, currencyDigits }: FileToDescribe, reading: Reading): Promise<Found> {
  try {
    return await readThrough(await openTable(file, reading, limits), currencyDigits)
  } catch (error) {
    if (error instanceof CsvSyntaxError) throw refused(`can not be read from line ${error.line} on: ${error.reason}`)
    if (error instanceof FileRefusal) throw refused(error.predicate)
    throw error
  }
}

async function readThrough(source: TableSource, currencyDigits: number): Promise<Found> {
  let headers: string[] | null = null
  let rows = 0
  const firstRows: string[][] = []
  const dates: DateEvidence[] = []
  const amounts: DecimalEvidence[] = []
  for await (const { cells, line } of source.rows()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    if (!headers) {
      headers = cells.map((cell) => cell.trim().slice(0, 1000))
      for (const _ of headers) {
        dates.push(new DateEvidence())
        amounts.push(new DecimalEvidence())
      }
      continue
    }
    rows += 1
    if (rows <= FIRST_ROWS) firstRows.push(cells.map((cell) => cell.slice(0, SHOWN_CHARACTERS)))
    if (rows > EVIDENCE_ROWS) continue
    for (const [at, cell] of cells.entries()) {
      dates[at]?.add(restore(cell.trim()))
      amounts[at]?.add(restore(cell.trim()), line)
    }
  }
  if (!headers) throw new FileRefusal('holds nothing')
  const { encoding, separator, sheet, sheets } = source
  const columns = headers.map((_, at) => columnOf(dates[at], amounts[at], currencyDigits))
  return { rows, headers, columns, first_rows: firstRows, encoding, separator, sheet, sheets }
}

function columnOf(dates: DateEvidence | undefined, amounts: DecimalEvidence | undefined, digits: number) {
  const date = dates?.decide()
  const decimal = amounts?.decide(digits)
  return {
    date_order: date && 'order' in date ? date.order : null,
    decimal: decimal && 'sign' in decimal ? decimal.sign : null,
  }
}

function guessChoice(part: FilePart, { headers, columns }: Found, reading: Reading): ImportChoice {
  const kind = guessKind(headers)
  const named = guessColumns(headers, kind)
  const dateAt = headers.indexOf(named[kind === 'orders' ? 'created_at' : 'registered_at'] ?? '')
  const date_order = columns[dateAt]?.date_order ?? 'ymd'
  return choiceOf(part, kind, { ...reading, columns: named, date_order })
}

function choiceOf(part: FilePart, kind: FileKind, mapping: FileMapping): ImportChoice {
  return kind === 'orders'
    ? { part, kind, mapping: mappingSchemaOf('orders').parse(mapping) }
    : { part, kind, mapping: mappingSchemaOf('customers').parse(mapping) }
}

function pickReading({ encoding, separator, sheet }: FileMapping): Reading {
  return { encoding, separator, sheet }
}

/** The names of the columns in their order, as they are compared. */
function shapeOf(headers: readonly string[]): string {
  return createHash('sha256').update(headers.map(normaliseWord).join('\n')).digest('hex')
}

function refused(predicate: string): RequestError {
  return new RequestError(400, 'file_refused', `This file ${predicate}. Nothing was changed.`)
}
