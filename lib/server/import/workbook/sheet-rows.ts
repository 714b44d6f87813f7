import type { Reason } from '@/lib/csv/row-error'
import { FileRefusal } from '@/lib/server/import/refusal'
import { type CellRules, cellText, type RawCell } from './cell-text'
import { RichText, unescapeCell } from './shared-strings'
import { readXml } from './xml-events'

/** A row of a sheet with its number there; `faults` are by the place of the cell. */
export type SheetRow = { line: number; cells: string[]; faults: [at: number, reason: Reason][] }

/** The rows of a sheet that hold anything, in the order in which they stand in it. */
export async function* readSheet(
  chunks: AsyncIterable<Buffer>,
  rules: CellRules,
  columnsLimit: number,
): AsyncGenerator<SheetRow> {
  const reader = new SheetReader(rules, columnsLimit)
  for await (const rows of readXml(chunks, reader, () => reader.takeRows())) yield* rows
}

class SheetReader {
  private rows: SheetRow[] = []
  private row: SheetRow | null = null
  private line = 0
  private at = 0
  private cell: RawCell | null = null
  private element = ''
  private readonly inline = new RichText()

  constructor(
    private readonly rules: CellRules,
    private readonly columnsLimit: number,
  ) {}

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') this.openRow(attributes)
    else if (name === 'c') this.openCell(attributes)
    if (this.cell && name === 'f') this.cell.isFormula = true
    if (this.cell && name === 'v') this.cell.value = ''
    this.inline.open(name)
    this.element = name
  }

  text(piece: string): void {
    if (this.cell && this.element === 'v') this.cell.value = (this.cell.value ?? '') + piece
    this.inline.add(piece)
  }

  close(name: string): void {
    this.inline.close(name)
    this.element = ''
    if (name === 'c') this.closeCell()
    if (name !== 'row' || !this.row) return
    if (this.row.cells.length > 0) this.rows.push(this.row)
    this.row = null
  }

  takeRows(): SheetRow[] {
    const { rows } = this
    this.rows = []
    return rows
  }

  private openRow({ r }: Readonly<Record<string, string>>): void {
    const line = r === undefined ? this.line + 1 : Number(r)
    // Rows that go back would be told of by wrong numbers.
    if (!Number.isInteger(line) || line <= this.line) throw new FileRefusal('has rows that are numbered wrongly')
    this.line = line
    this.at = -1
    this.row = { line, cells: [], faults: [] }
  }

  private openCell({ r, t = 'n', s = '0' }: Readonly<Record<string, string>>): void {
    this.at = r === undefined ? this.at + 1 : columnAt(r)
    this.cell = { type: t, style: Number(s), value: null, inline: '', isFormula: false }
    this.inline.begin()
  }

  private closeCell(): void {
    const { row, cell, at } = this
    this.cell = null
    if (!row || !cell) return
    if (cell.type === 'str' && cell.value !== null) cell.value = unescapeCell(cell.value)
    const { text, fault } = cellText({ ...cell, inline: this.inline.whole }, this.rules)
    if (text === '' && !fault) return
    if (at >= this.columnsLimit) throw new FileRefusal(`has more than ${this.columnsLimit} columns`)
    while (row.cells.length <= at) row.cells.push('')
    row.cells[at] = text
    if (fault) row.faults.push([at, fault])
  }
}

/** The place of a column by the letters of a reference, from 0: 'B7' is 1. */
function columnAt(reference: string): number {
  let at = 0
  for (const letter of reference.match(/^[A-Z]{1,3}/i)?.[0].toUpperCase() ?? '')
    at = at * 26 + letter.charCodeAt(0) - 64
  if (at === 0) throw new FileRefusal('has cells whose place is not told')
  return at - 1
}
