import { FORMATS, type Format, textXml } from './cells'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_ML = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts of a workbook beside its sheets, by their paths; `digits` are the currency's. */
export function workbookParts(sheetNames: readonly string[], digits: number): Record<string, string> {
  const numbers = sheetNames.map((_, index) => index + 1)
  const sheets = sheetNames.map((name, index) => {
    return `<sheet name="${sheetName(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`
  })
  return {
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_ML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_ML}.styles+xml"/>${numbers.map((number) => `<Override PartName="/${sheetPath(number)}" ContentType="${SHEET_ML}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships([
      ...numbers.map((number): [string, string] => ['worksheet', `worksheets/sheet${number}.xml`]),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': stylesXml(digits),
  }
}

export const sheetPath = (number: number) => `xl/worksheets/sheet${number}.xml`

/** What stands before the rows of a sheet: the header row that stays in place, and the columns' widths in characters. */
export function sheetBegin(widths: readonly number[], frozen: boolean): string {
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`
}

export const SHEET_END = '</sheetData></worksheet>'

/** A name that Excel takes for a sheet: 1 to 31 characters, none of them of an address, no apostrophe at an end. */
export function sheetName(name: string): string {
  const kept = name
    .replaceAll(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replaceAll(/^'+|'+$/g, '')
    .trim()
  return textXml(kept === '' || /^history$/i.test(kept) ? 'Sheet' : kept).replaceAll('"', '&quot;')
}

function relationships(targets: [kind: string, target: string][]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  )
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

/** Two styles for each format, plain and bold, in the order in which `styleOf` numbers them. */
function stylesXml(digits: number): string {
  const codes: Record<Format, string> = {
    text: '@',
    words: '@',
    count: '#,##0',
    customers: '#,##0" customers"',
    amount: digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`,
    time: 'yyyy-mm-dd hh:mm:ss',
  }
  const numFmt = (index: number) => 164 + index
  const formats = FORMATS.map(
    (format, index) => `<numFmt numFmtId="${numFmt(index)}" formatCode="${codes[format].replaceAll('"', '&quot;')}"/>`,
  )
  const styles = FORMATS.flatMap((format, index) =>
    [0, 1].map((font) => {
      const wraps = format === 'words' ? '<alignment vertical="top" wrapText="1"/>' : ''
      return `<xf numFmtId="${numFmt(index)}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${wraps ? ' applyAlignment="1"' : ''}>${wraps}</xf>`
    }),
  )
  const font = (bold: boolean) =>
    `<font>${bold ? '<b/>' : ''}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
  const none = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join('')}</numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="2">${none}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${styles.length}">${styles.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
