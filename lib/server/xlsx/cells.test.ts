import { expect, test } from 'vitest'
import { columnName, rowXml, textXml, toSerial } from './cells'
import { sheetName } from './workbook-parts'

test.each([
  ['1900-01-01 00:00:00', 1],
  ['1900-02-28 12:00:00', 59.5],
  ['1900-03-01 00:00:00', 61],
  ['1970-01-01 00:00:00', 25_569],
  ['2026-03-31 18:00:00', 46_112.75],
])('%s is the day %d of a spreadsheet', (localTime, serial) => {
  expect(toSerial(localTime)).toBe(serial)
})

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('the column %d is named %s', (column, name) => {
  expect(columnName(column)).toBe(name)
})

test('what XML does not know is written so that Excel reads it back, and nothing else is taken for that', () => {
  expect(textXml('a\u0000b\r\n\tc')).toBe('a_x0000_b_x000D_\n\tc')
  expect(textXml('_x0041_ _x41_')).toBe('_x005F_x0041_ _x41_')
  expect(textXml('<a href="x">&</a>')).toBe('&lt;a href="x"&gt;&amp;&lt;/a&gt;')
})

test('a text is never a formula, an amount keeps each digit, and an empty cell is left out', () => {
  const xml = rowXml(
    [
      { format: 'text', value: '=1+1' },
      { format: 'text', value: null },
      { format: 'amount', value: '90071992547409.91' },
    ],
    7,
  )
  expect(xml).toBe(
    '<row r="7"><c r="A7" s="0" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c><c r="C7" s="8"><v>90071992547409.91</v></c></row>',
  )
})

test.each([
  ['Customers', 'Customers'],
  ["'[a]:b*?/\\'", 'a  b'],
  ['x'.repeat(40), 'x'.repeat(31)],
  ['"R&D"', '&quot;R&amp;D&quot;'],
  ['History', 'Sheet'],
  ['', 'Sheet'],
])('a sheet called %j is named %j', (name, kept) => {
  expect(sheetName(name)).toBe(kept)
})
