import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FileParts } from '@/lib/server/export-file'
import { type Cell, rowXml } from './cells'
import { SHEET_END, sheetBegin, sheetPath, workbookParts } from './workbook-parts'

/** So many rows a sheet can have. */
export const SHEET_ROWS_LIMIT = 1_048_576

/** A sheet, whose rows are made while the file is read. `frozen`: its first row stays in place. */
export type Sheet = {
  name: string
  widths: readonly number[]
  frozen: boolean
  rows: AsyncIterable<readonly (readonly Cell[])[]>
}

/** Level 6 would take twice the time for a file a tenth smaller. */
const COMPRESSION = { compressionLevel: 3 }

/**
 * A workbook as an XLSX file; rows come in batches, and no more than one is held. `digits` are the currency's.
 *
 * The few parts are written here, for no library in use streams two sheets with a style for each cell: hucre 1.0.0 streams
 * one sheet, exceljs is no longer kept. The library makes the zip, off the main thread.
 */
export function writeWorkbook(sheets: readonly Sheet[], digits: number, close: () => Promise<void>): FileParts {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  const sources = sheets.map((sheet) => Readable.from(sheetXml(sheet), { highWaterMark: 1 }))
  const parts = workbookParts(
    sheets.map(({ name }) => name),
    digits,
  )
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(xml), path)
  for (const [index, source] of sources.entries()) {
    // The library passes no error of a source on; without this the reader would wait for ever.
    source.on('error', (error) => output.destroy(error))
    zip.addReadStream(source, sheetPath(index + 1), COMPRESSION)
  }
  zip.on('error', (error) => output.destroy(error))
  zip.end()
  const chunks: AsyncIterator<Uint8Array> = output[Symbol.asyncIterator]()
  return {
    read: async () => {
      const { done, value } = await chunks.next()
      return done ? null : value
    },
    close: async () => {
      for (const stream of [...sources, output]) stream.destroy()
      await close()
    },
  }
}

async function* sheetXml({ widths, frozen, rows }: Sheet): AsyncGenerator<string> {
  yield sheetBegin(widths, frozen)
  let number = 0
  for await (const batch of rows) yield batch.map((cells) => rowXml(cells, ++number)).join('')
  yield SHEET_END
}
