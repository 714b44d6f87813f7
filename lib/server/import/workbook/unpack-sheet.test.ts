import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ImportLimits, USUAL_LIMITS } from '@/lib/server/import/limits'
import { lyingAbout, makeWorkbook, type Parts, sheetRows, zipped } from '@/lib/server/import/testing/workbooks'
import { isDateFormat, localTimeOf } from './date-styles'
import { readUnpacked, unpackSheet } from './unpack-sheet'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'customer-groups-workbook-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function read(
  workbook: Buffer | Parts,
  { sheet = null, ...limits }: { sheet?: string | null } & Partial<ImportLimits> = {},
) {
  const path = join(folder, 'book.xlsx')
  await writeFile(path, Buffer.isBuffer(workbook) ? workbook : await makeWorkbook(workbook))
  const unpacked = await unpackSheet(path, sheet, join(folder, 'rows'), { ...USUAL_LIMITS, ...limits })
  const rows = []
  for await (const { line, cells, faults } of readUnpacked(join(folder, 'rows'))) rows.push({ line, cells, faults })
  return { ...unpacked, rows }
}

const cellsOf = async (parts: Parts) => (await read(parts)).rows.map(({ cells }) => cells)

test('the first sheet that is not hidden is read, or the one that is asked for', async () => {
  const sheet = sheetRows([['a', 'b'], ['1']])
  expect(await read({ sheet })).toEqual({
    sheet: 'Data',
    sheets: ['Notes', 'Data'],
    rows: [
      { line: 1, cells: ['a', 'b'], faults: [] },
      { line: 2, cells: ['1', ''], faults: [] },
    ],
  })
  expect((await read({ sheet }, { sheet: 'Notes' })).rows[0]?.cells).toEqual(['secret'])
  await expect(read({ sheet }, { sheet: 'Other' })).rejects.toThrow('has no such sheet')
})

test('rows and cells keep their places, whatever is left out between them', async () => {
  const sheet =
    '<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>3</v></c></row><row r="5"><c r="B5"><v>2</v></c><c r="D5" s="1"/></row>'
  expect((await read({ sheet })).rows.map(({ line, cells }) => [line, ...cells])).toEqual([
    [2, '1', '', '3'],
    [5, '', '2', ''],
  ])
})

test('numbers are what was typed, days are days by the format of their cell', async () => {
  const value = (v: string, more = '') => `<c ${more}><v>${v}</v></c>`
  const days = [value('46112', 's="1"'), value('46112.5868055556', 's="2"'), value('46112')]
  const numbers = [value('1234.0999999999999'), value('1e21'), value('0.00001'), value('1', 't="b"')]
  expect(await cellsOf({ sheet: `<row>${[...days, ...numbers].join('')}</row>` })).toEqual([
    ['2026-03-31', '2026-03-31 14:05:00', '46112', '1234.1', '1000000000000000000000', '0.00001', 'TRUE'],
  ])
})

test('shared, rich and escaped texts are read whole, pronunciation is not', async () => {
  const more = {
    'xl/sharedStrings.xml': `<x:sst xmlns:x="m"><x:si><x:r><x:t>Ma</x:t></x:r><x:r><x:t>ry &amp; Co</x:t></x:r>
      <x:rPh><x:t>no</x:t></x:rPh></x:si><x:si><x:t>two_x000A_lines\u2028</x:t></x:si></x:sst>`,
  }
  const sheet = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
  expect(await cellsOf({ sheet, more })).toEqual([['Mary & Co', 'two\nlines\u2028']])
})

test('of a formula its last result is taken; without one, and for errors, the cell is faulty', async () => {
  const sheet =
    '<row><c t="str"><f>A1&amp;"x"</f><v>=HYPERLINK(1)</v></c><c><f>1+1</f></c><c t="e"><v>#REF!</v></c></row>'
  expect((await read({ sheet })).rows).toEqual([
    {
      line: 1,
      cells: ['=HYPERLINK(1)', '', '#REF!'],
      faults: [
        [1, 'formula without a result'],
        [2, 'error of the spreadsheet'],
      ],
    },
  ])
})

test('formats of days are told from formats of numbers', () => {
  expect(['yyyy-mm-dd', '[$-409]d/m/yy', '[h]:mm', '"on" dd'].map(isDateFormat)).toEqual([true, true, true, true])
  expect(['0.00', '#,##0.00 "days"', '[Red]0', 'General', '0.0E+00', '0\\d'].map(isDateFormat)).toEqual(
    Array(6).fill(false),
  )
  expect([localTimeOf(1, false), localTimeOf(60.5, false), localTimeOf(0, true), localTimeOf(-1, false)]).toEqual([
    '1900-01-01',
    '1900-02-28 12:00:00',
    '1904-01-01',
    null,
  ])
})

test('what unpacks to more than is allowed is refused by what comes out, whatever the archive says', async () => {
  const bomb = await makeWorkbook({ more: { 'xl/worksheets/sheet1.xml': `<worksheet>${'<a></a>'.repeat(400_000)}` } })
  const limits = { unpackedBytes: 1024 * 1024 }
  await expect(read(bomb, limits)).rejects.toThrow('unpacks to more than 1 MB')
  const lying = lyingAbout(bomb, 'xl/worksheets/sheet1.xml', 100)
  await expect(read(lying, limits)).rejects.toThrow(/cut off or damaged|more than 1 MB/)
})

test('a text that lies there once and stands in every cell counts each time', async () => {
  const cell = '<c t="s"><v>0</v></c>'
  const sheet = `<row>${cell.repeat(20)}</row>`.repeat(60)
  const repeated = read({ sheet, strings: ['x'.repeat(30_000)] }, { unpackedBytes: 1024 * 1024 })
  await expect(repeated).rejects.toThrow('unpacks to more than 1 MB')
})

test('entities, document types and endless texts are refused', async () => {
  const sheet = (xml: string) => read({ more: { 'xl/worksheets/sheet1.xml': xml } })
  const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><worksheet>&b;</worksheet>'
  await expect(sheet(entities)).rejects.toThrow('document type definition')
  await expect(sheet('<worksheet>&b;</worksheet>')).rejects.toThrow('cut off or damaged')
  await expect(sheet(`<worksheet><a>${'x'.repeat(3_000_000)}</a></worksheet>`)).rejects.toThrow('a million characters')
  await expect(sheet('<a>'.repeat(100))).rejects.toThrow('nested too deeply')
})

test('a million columns, too many rows, rows that go back and a cell out of its place are refused', async () => {
  await expect(read({ sheet: '<row><c r="XFD1"><v>1</v></c></row>' })).rejects.toThrow('more than 100 columns')
  await expect(read({ sheet: `<row>${'<c><v>1</v></c>'.repeat(101)}</row>` })).rejects.toThrow('more than 100 columns')
  await expect(read({ sheet: sheetRows([['a'], ['1'], ['2'], ['3']]) }, { rows: 2 })).rejects.toThrow(
    'more than 2 rows',
  )
  await expect(read({ sheet: '<row r="2"/><row r="1"/>' })).rejects.toThrow('numbered wrongly')
  await expect(read({ sheet: '<row><c r="7"><v>1</v></c></row>' })).rejects.toThrow('whose place is not told')
})

test('what is cut off, damaged, encrypted or no workbook is refused', async () => {
  const whole = await makeWorkbook({ sheet: sheetRows([['a'], ['1']]) })
  await expect(read(whole.subarray(0, whole.length - 30))).rejects.toThrow('cut off or damaged')
  await expect(read(await zipped({ 'letter.txt': 'x' }))).rejects.toThrow('is an archive, and no workbook')
  await expect(read({ more: { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row>' } })).rejects.toThrow(
    'cut off or damaged',
  )
})
