import type { Archive } from './archive'
import { readWholeXml } from './xml-events'

/** The formats of dates and times that every spreadsheet has without naming them. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** The numbers of the cell styles under which a number is shown as a date. */
export async function readDateStyles(archive: Archive, part: string): Promise<ReadonlySet<number>> {
  const custom = new Map<number, boolean>()
  const dates = new Set<number>()
  let style = -1
  let isCellStyle = false
  if (!archive.names.has(part)) return dates
  await readWholeXml(archive.read(part), {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), isDateFormat(formatCode))
      if (name === 'cellXfs') isCellStyle = true
      if (name !== 'xf' || !isCellStyle) return
      style += 1
      const id = Number(numFmtId)
      if (custom.get(id) ?? isBuiltInDate(id)) dates.add(style)
    },
    close(name) {
      if (name === 'cellXfs') isCellStyle = false
    },
  })
  return dates
}

/** No spreadsheet takes a longer one; a hostile one would keep the expressions below busy for hours. */
const FORMAT_CHARACTERS_LIMIT = 255

/** Whether a format writes a day, month, year or hour: outside of quoted texts, colours and escaped characters. */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.slice(0, FORMAT_CHARACTERS_LIMIT).split(';')
  const bare = first.replace(/"[^"]*"|\\.|_.|\*./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  return /[dmyhs]/i.test(bare.replace(/general/gi, '').replace(/e[+-]/gi, ''))
}

const DAY_MS = 86_400_000
const FIRST_DAY_1900 = Date.UTC(1899, 11, 30)
const FIRST_DAY_1904 = Date.UTC(1904, 0, 1)

/** A day of a spreadsheet, with its part, as local time: 46112.5868 is '2026-03-31 14:05:00'. Null for what is no day. */
export function localTimeOf(day: number, from1904: boolean): string | null {
  // The spreadsheets of 1900 count a 29 February of that year which there never was.
  const counted = !from1904 && day < 60 ? day + 1 : day
  const atMs = (from1904 ? FIRST_DAY_1904 : FIRST_DAY_1900) + Math.round((counted * DAY_MS) / 1000) * 1000
  if (!(day >= 0) || !(atMs < Date.UTC(10_000, 0, 1))) return null
  const [date, time = ''] = new Date(atMs).toISOString().split('T')
  const clock = time.slice(0, 8)
  return clock === '00:00:00' ? (date ?? null) : `${date} ${clock}`
}
