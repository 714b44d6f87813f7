/** How a cell is shown. Amounts have the currency's digits, customers their word, words break into lines. */
export const FORMATS = ['text', 'words', 'count', 'customers', 'amount', 'time'] as const
export type Format = (typeof FORMATS)[number]

/**
 * A cell: a text, a number, an exact decimal of an `amount`, or a local `time` as 2026-03-31 23:15:00. Whatever a text
 * looks like, it is a text and never a formula. Null is an empty cell.
 */
export type Cell = { format: Format; value: string | number | null; bold?: boolean }

/** The cell's number among the styles of `workbook-parts.ts`. */
export const styleOf = ({ format, bold = false }: Cell): number => FORMATS.indexOf(format) * 2 + (bold ? 1 : 0)

/** A row of a sheet as XML; `number` counts from 1. */
export function rowXml(cells: readonly Cell[], number: number): string {
  return `<row r="${number}">${cells.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`)).join('')}</row>`
}

function cellXml(cell: Cell, at: string): string {
  const { format, value } = cell
  if (value === null) return ''
  const style = styleOf(cell)
  if (format === 'text' || format === 'words') {
    return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textXml(String(value))}</t></is></c>`
  }
  return `<c r="${at}" s="${style}"><v>${format === 'time' ? toSerial(String(value)) : value}</v></c>`
}

/** The letters of a column counted from 0: A to Z, then AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

const DAY_MS = 86_400_000
/** The days from Excel's day 0 to 1970. */
const DAYS_TO_1970 = 25_569
/** Excel counts a 29 February 1900, which never was, as its day 60. */
const AFTER_LEAP_1900 = 61

/** A local time as Excel counts it, in days. */
export function toSerial(localTime: string): number {
  const days = Date.parse(`${localTime.replace(' ', 'T')}Z`) / DAY_MS + DAYS_TO_1970
  return days < AFTER_LEAP_1900 ? days - 1 : days
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML can not hold these, nor can a file of XML be made with them.
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi
const MARKUP = /[&<>]/g
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/** A text in XML; a character that XML does not know is written as Excel does, `_x0001_`, and what looks like that too. */
export function textXml(text: string): string {
  return text
    .replace(UNWRITABLE, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(MARKUP, (character) => ENTITIES[character] ?? character)
}
