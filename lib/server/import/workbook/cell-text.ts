import type { Reason } from '@/lib/csv/row-error'
import { localTimeOf } from './date-styles'

/** What the cells of a workbook are read by. */
export type CellRules = { strings: readonly string[]; dateStyles: ReadonlySet<number>; from1904: boolean }

/** A cell as it stands in its sheet: `value` is null where it has none. */
export type RawCell = { type: string; style: number; value: string | null; inline: string; isFormula: boolean }

/** What a cell says, or why it says nothing that could be taken. */
export type CellText = { text: string; fault?: Reason }

/** Of a formula, what the spreadsheet last worked out is taken; nothing is ever worked out here. */
export function cellText({ type, style, value, inline, isFormula }: RawCell, rules: CellRules): CellText {
  if (type === 'inlineStr') return { text: inline }
  if (value === null) return isFormula ? { text: '', fault: 'formula without a result' } : { text: '' }
  switch (type) {
    case 's':
      return sharedText(value, rules.strings)
    case 'b':
      return { text: value === '1' ? 'TRUE' : 'FALSE' }
    case 'e':
      return { text: value, fault: 'error of the spreadsheet' }
    case 'str':
    case 'd':
      return { text: value }
    default:
      return numberText(value, rules.dateStyles.has(style), rules.from1904)
  }
}

function sharedText(value: string, strings: readonly string[]): CellText {
  const text = strings[Number(value)]
  return text === undefined ? { text: value, fault: 'error of the spreadsheet' } : { text }
}

const MEANT_DIGITS = 15

/** Spreadsheets keep 1234.1 as 1234.0999999999999: beyond 15 digits nothing is meant. */
function numberText(value: string, isDate: boolean, from1904: boolean): CellText {
  const number = value.trim() === '' ? Number.NaN : Number(value)
  if (!Number.isFinite(number)) return { text: value, fault: 'error of the spreadsheet' }
  if (isDate) return { text: localTimeOf(number, from1904) ?? value }
  const meant = Number(number.toPrecision(MEANT_DIGITS))
  return { text: plainDecimal(meant) }
}

/** A number without an exponent. */
function plainDecimal(number: number): string {
  const text = String(number)
  if (!text.includes('e')) return text
  return number.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 })
}
