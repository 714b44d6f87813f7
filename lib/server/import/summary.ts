import { REASONS, type RowError } from '@/lib/csv/row-error'
import type { FileReport, ImportReport } from './report'

const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
}
const SEPARATOR_NAMES = { ',': 'comma', ';': 'semicolon', '\t': 'tab' }
const DECIMAL_NAMES = { '.': 'decimal point', ',': 'decimal comma' }
const VALUE_CHARACTERS_SHOWN = 60

/** What an import did, or why it did not, in lines for the terminal. */
export function describeReport(report: ImportReport): string {
  const { customers, orders, groupsCreated, branchesCreated, currencyTaken, applied, elapsedMs } = report
  const after = `after ${(elapsedMs / 1000).toFixed(1)} s`
  const lines = [...describeFile('Customers', customers), ...describeFile('Orders', orders)]
  if (applied && groupsCreated.length > 0) lines.push(`New groups: ${groupsCreated.map(printable).join(', ')}`)
  if (applied && branchesCreated.length > 0) lines.push(`New branches: ${branchesCreated.map(printable).join(', ')}`)
  if (applied && currencyTaken)
    lines.push(`The currency of this business is now ${currencyTaken}, as in its first orders.`)
  if (applied) return [...lines, `Imported ${after}.`].join('\n')
  return [...lines, ...describeErrors(report), `Not imported (${after}): nothing was changed.`].join('\n')
}

function describeFile(title: string, file: FileReport | null): string[] {
  if (!file) return []
  const { path, rows, repeated, applied, encoding, separator, sheet, decimal, unknownColumns } = file
  const read = [
    encoding && ENCODINGS[encoding],
    separator && SEPARATOR_NAMES[separator],
    sheet && `sheet ${printable(sheet)}`,
  ]
  const found = [...read, decimal && DECIMAL_NAMES[decimal]].filter(Boolean)
  const counts = [`${rows} rows`]
  if (applied) counts.push(`${applied.created} new`, `${applied.changed} changed`, `${applied.unchanged} unchanged`)
  if (applied?.leftAlone) counts.push(`${applied.leftAlone} merged or erased and left alone`)
  if (repeated > 0) counts.push(`${repeated} repeated and taken once`)
  const lines = [`${title}: ${path} (${found.join(', ')})`, `  ${counts.join(', ')}`]
  if (unknownColumns.length > 0) lines.push(`  unknown columns, ignored: ${unknownColumns.map(printable).join(', ')}`)
  return lines
}

function describeErrors({ errors }: ImportReport): string[] {
  const { total, byReason, first, file } = errors
  const lines = ['', `${total} ${total === 1 ? 'error' : 'errors'}:`]
  for (const { reason, count } of byReason) lines.push(`  ${count} × ${reason}. ${REASONS[reason]}`)
  lines.push('', first.length < total ? `The first ${first.length}:` : 'Where:', ...first.map(describeError), '')
  lines.push(
    file ? `All of them are in ${file}` : 'They could not be written to a file: the folder can not be written to.',
  )
  return lines
}

function describeError({ file, line, column, value, reason }: RowError): string {
  const shown = value.length > VALUE_CHARACTERS_SHOWN ? `${value.slice(0, VALUE_CHARACTERS_SHOWN)}…` : value
  const where = column === '' ? `${file}, line ${line}` : `${file}, line ${line}, ${printable(column)}`
  return `  ${where}: ${reason}${value === '' ? '' : `: "${printable(shown)}"`}`
}

/** Text from a file without what could steer a terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, ' ')
}
