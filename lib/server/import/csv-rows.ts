import { createReadStream } from 'node:fs'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { createDecoder, type Encoding } from '@/lib/csv/encoding'
import { countLineBreaks } from '@/lib/csv/line-counter'
import type { Reason } from '@/lib/csv/row-error'
import type { Separator } from '@/lib/csv/separator'

/** A row with the lines of the file on which it begins and ends, and what is wrong with cells of a sheet, by their place. */
export type CsvRow = {
  line: number
  lastLine: number
  cells: string[]
  faults?: readonly (readonly [at: number, reason: Reason])[]
}

/** From here on the file can not be read as rows. */
export class CsvSyntaxError extends Error {
  constructor(
    readonly line: number,
    readonly reason: Reason,
  ) {
    super(reason)
  }
}

/** Told how many bytes were read since the last time. */
export type OnBytes = (bytes: number) => void

const ROW_CHARACTERS_LIMIT = 1_000_000

/**
 * The rows of a CSV file as they stand in it, the header among them, without lines that hold nothing. A quotation mark
 * inside an unquoted cell is text.
 * @throws CsvSyntaxError
 */
export async function* readCsvRows(
  path: string,
  { encoding, separator }: { encoding: Encoding; separator: Separator },
  onBytes?: OnBytes,
): AsyncGenerator<CsvRow> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: ROW_CHARACTERS_LIMIT,
  })
  const source = Readable.from(readText(path, encoding, onBytes))
  // The parser ends with the error of the source, and the loop below throws it.
  pipeline(source, parser, () => {})
  let line = 1
  try {
    for await (const cells of parser) {
      const lastLine = line + countBreaks(cells)
      if (cells.length > 1 || cells[0] !== '') yield { line, lastLine, cells }
      line = lastLine + 1
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvSyntaxError(line, syntaxReason(error))
    throw error
  } finally {
    source.destroy()
  }
}

async function* readText(path: string, encoding: Encoding, onBytes?: OnBytes): AsyncGenerator<string> {
  const decoder = createDecoder(encoding)
  for await (const chunk of createReadStream(path)) {
    onBytes?.(chunk.length)
    yield decoder.decode(chunk)
  }
  yield decoder.end()
}

function countBreaks(cells: string[]): number {
  let count = 0
  for (const cell of cells) if (cell.includes('\n') || cell.includes('\r')) count += countLineBreaks(cell)
  return count
}

function syntaxReason(error: CsvError): Reason {
  return error.code === 'CSV_MAX_RECORD_SIZE' ? 'row too long' : 'quote not closed'
}
