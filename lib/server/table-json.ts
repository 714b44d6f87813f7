import { EXPORT_TYPES } from '@/lib/customer-groups/export-contract'
import { toMajor } from '@/lib/money'
import type { FileParts } from './export-file'
import type { TableExport } from './table-export'

/** The export as one JSON object, a row a line: `about`, `rows` with amounts in major units and instants, `totals`. */
export function tableJson<Row extends { id: string }>(table: TableExport<Row>): FileParts & { contentType: string } {
  const { about, definitions, totals, rows: source } = table
  const begin = `{"about":${JSON.stringify({ ...about, definitions })},\n"rows":[`
  const end = `\n],\n"totals":${JSON.stringify(totals)}}\n`
  let state: 'begin' | 'rows' | 'ended' = 'begin'
  const read = async () => {
    if (state === 'ended') return null
    const rows = await source.read()
    const lines = rows.map((row) => `\n${JSON.stringify(toObject(table, row))}`).join(',')
    const isFirst = state === 'begin'
    state = rows.length === 0 ? 'ended' : 'rows'
    if (isFirst) return begin + lines + (rows.length === 0 ? end : '')
    return rows.length === 0 ? end : `,${lines}`
  }
  return { contentType: EXPORT_TYPES.json, read, close: source.close }
}

function toObject<Row extends { id: string }>({ columns, digits }: TableExport<Row>, row: Row) {
  const values = columns.map(({ name, kind, cellOf }) => {
    const value = cellOf(row)
    return [name, kind === 'amount' && value !== null ? toMajor(Number(value), digits) : value]
  })
  return { id: row.id, ...Object.fromEntries(values) }
}
