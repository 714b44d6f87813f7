import { isDamaged } from '@/lib/csv/encoding'
import { restore } from '@/lib/csv/formula-text'
import type { CellError, Reason } from '@/lib/csv/row-error'
import type { CsvRow } from './csv-rows'
import type { InspectedFile } from './inspect-file'

const TEXT_LIMIT = 1_000

/** Reads the cells of one row by column and gathers what is wrong with them. */
export class RowCells {
  readonly errors: CellError[] = []

  constructor(
    private readonly row: CsvRow,
    private readonly file: InspectedFile,
  ) {
    const { cells } = row
    const width = file.header.length
    const separator = file.separator ?? '; '
    if (cells.length > width) this.fail('', cells.slice(width).join(separator), 'too many cells')
    if (cells.length < width) this.fail('', cells.join(separator), 'too few cells')
    // Faults of columns that nobody reads do no harm.
    for (const [column, at] of file.positions)
      for (const [faulty, reason] of row.faults ?? []) if (faulty === at) this.fail(column, cells[at] ?? '', reason)
    this.checkEncoding()
  }

  /** Whether the row has as many cells as the header; otherwise its cells may stand in the wrong columns. */
  get isWhole(): boolean {
    return this.row.cells.length === this.file.header.length
  }

  /** Whether no cell holds anything, as in the empty rows that spreadsheets leave at the end of a sheet. */
  get isBlank(): boolean {
    return this.isWhole && this.row.cells.every((cell) => cell.trim() === '')
  }

  /** The text of a column, trimmed and as it was before it was neutralised; null where it is blank or nowhere. */
  text(column: string, limit = TEXT_LIMIT): string | null {
    const cell = this.row.cells[this.file.positions.get(column) ?? -1] ?? this.file.fixed[column] ?? ''
    const text = restore(cell.trim()).trim()
    if (text.includes('\u0000')) this.fail(column, text, 'U+0000')
    else if (text.length > limit) this.fail(column, text, 'text too long')
    return text === '' ? null : text
  }

  fail(column: string, value: string | null, reason: Reason): void {
    // A cell that already has an error needs no second one that follows from the first.
    if (column !== '' && this.errors.some((error) => error.column === column)) return
    this.errors.push({ column, value: value ?? '', reason })
  }

  private checkEncoding(): void {
    const { damagedLines, encoding, header } = this.file
    if (encoding === null || (damagedLines.size === 0 && encoding !== 'windows-1252')) return
    let rowIsDamaged = false
    for (let line = this.row.line; line <= this.row.lastLine; line += 1) rowIsDamaged ||= damagedLines.has(line)
    this.row.cells.forEach((cell, index) => {
      if (isDamaged(cell, encoding, rowIsDamaged)) this.fail(header[index] ?? '', cell, 'invalid encoding')
    })
  }
}
