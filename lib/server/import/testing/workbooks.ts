import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** The parts of a workbook by their names; `sheet` is what stands inside `sheetData`. */
export type Parts = {
  sheet?: string
  strings?: readonly string[]
  styles?: string
  workbook?: string
  more?: Record<string, string>
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (list: readonly (readonly [id: string, type: string, target: string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Style 1 shows days, style 2 a day by a format of its own. */
const STYLES = `<styleSheet ${MAIN}><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts>
  <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`

/** A workbook with the sheets Notes (hidden) and Data, of which the second holds the rows. */
export async function makeWorkbook({
  sheet = '',
  strings = [],
  styles = STYLES,
  workbook,
  more = {},
}: Parts): Promise<Buffer> {
  const parts = {
    '_rels/.rels': relations([['r1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml':
      workbook ??
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Notes" sheetId="1" state="hidden" r:id="r2"/>
        <sheet name="Data" sheetId="2" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'worksheet', 'worksheets/sheet2.xml'],
      ['r3', 'sharedStrings', 'sharedStrings.xml'],
      ['r4', 'styles', '/xl/styles.xml'],
    ]),
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData>${sheetRows([['secret']])}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': styles,
    ...more,
  }
  return zipped(parts)
}

export async function zipped(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  return buffer(zip.outputStream)
}

/** Rows of texts, as cells that hold their texts themselves. */
export function sheetRows(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
  return rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('')
}

/** The archive with another size written where it says how large a part is unpacked. */
export function lyingAbout(archive: Buffer, name: string, size: number): Buffer {
  const lying = Buffer.from(archive)
  for (const [sign, sizeAt, nameAt] of [
    ['PK\u0001\u0002', 24, 46],
    ['PK\u0003\u0004', 22, 30],
  ] as const)
    for (let at = lying.indexOf(sign, 0, 'latin1'); at >= 0; at = lying.indexOf(sign, at + 1, 'latin1'))
      if (lying.subarray(at + nameAt, at + nameAt + name.length).toString() === name)
        lying.writeUInt32LE(size, at + sizeAt)
  return lying
}
