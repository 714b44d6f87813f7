import type { CustomerExport, ExportRow } from '@/db/queries/customer-export'
import { EXPORT_TYPES, type ExportAbout } from '@/lib/customer-groups/export-contract'
import { EXPORT_DEFINITIONS } from '@/lib/customer-groups/export-definitions'
import { toMajor } from '@/lib/money'
import { CUSTOMER_COLUMNS, valueIn } from './customer-columns'
import type { FileParts } from './export-file'

/** The customers as one JSON object, a row a line: `about`, `rows` with amounts in major units and instants, `totals`. */
export function customerJson(opened: CustomerExport, about: ExportAbout): FileParts & { contentType: string } {
  const { currencyDigits: digits, previous } = opened.frame
  const begin = `{"about":${JSON.stringify({ ...about, definitions: EXPORT_DEFINITIONS })},\n"rows":[`
  const end = `\n],\n"totals":${JSON.stringify(opened.totals)}}\n`
  let state: 'begin' | 'rows' | 'ended' = 'begin'
  const read = async () => {
    if (state === 'ended') return null
    const rows = await opened.read()
    const lines = rows.map((row) => `\n${JSON.stringify(toObject(row, digits, previous !== null))}`).join(',')
    const isFirst = state === 'begin'
    state = rows.length === 0 ? 'ended' : 'rows'
    if (isFirst) return begin + lines + (rows.length === 0 ? end : '')
    return rows.length === 0 ? end : `,${lines}`
  }
  return { contentType: EXPORT_TYPES.json, read, close: opened.close }
}

function toObject(row: ExportRow, digits: number, isCompared: boolean) {
  const values = CUSTOMER_COLUMNS.map(({ name, kind }) => {
    const value = valueIn(row, name, isCompared)
    return [name, kind === 'amount' && value !== null ? toMajor(Number(value), digits) : value]
  })
  return { id: row.id, ...Object.fromEntries(values) }
}
