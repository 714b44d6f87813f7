import { CsvSyntaxError, type OnBytes } from './csv-rows'
import type { ErrorLog } from './error-log'
import type { InspectedFile } from './inspect-file'
import { asImportFailure } from './refusal'
import { RowCells } from './row-cells'

/**
 * The second reading of a file: each row through `read`, what is wrong with it into the log, what can be staged onward.
 * The file is read to its end, or to where it stops being a table.
 */
export async function* judgedRows<T>(
  file: InspectedFile,
  log: ErrorLog,
  onBytes: OnBytes,
  read: (cells: RowCells, line: number) => T | null,
): AsyncGenerator<T> {
  try {
    for await (const row of file.rows(onBytes)) {
      if (row.line <= file.headerLine) continue
      const cells = new RowCells(row, file)
      if (cells.isBlank) continue
      const staged = read(cells, row.line)
      for (const error of cells.errors) await log.add({ file: file.path, line: row.line, ...error })
      if (staged) yield staged
    }
  } catch (error) {
    if (!(error instanceof CsvSyntaxError)) throw asImportFailure(error, file.kind)
    await log.add({ file: file.path, line: error.line, column: '', value: '', reason: error.reason })
  }
}
