import { extname } from 'node:path'
import { encodingOfStart } from '@/lib/csv/encoding'
import { FileRefusal } from './refusal'

export type FileContent = 'text' | 'workbook'

const AS_CSV = 'save it as CSV or XLSX'

/** What is no table, by the bytes with which such files begin. */
const OTHERS: readonly (readonly [begin: string, predicate: string])[] = [
  ['%PDF', `is a PDF document: ${AS_CSV}`],
  ['\u0089PNG', 'is a picture'],
  ['\u00ff\u00d8\u00ff', 'is a picture'],
  ['GIF8', 'is a picture'],
  ['\u00d0\u00cf\u0011\u00e0', `is an old workbook (XLS) or one with a password: ${AS_CSV}`],
  ['\u001f\u008b', 'is compressed: unpack it first'],
  ['7z\u00bc\u00af', 'is compressed: unpack it first'],
  ['Rar!', 'is compressed: unpack it first'],
  ['{\\rtf', `is a text document (RTF): ${AS_CSV}`],
]
/** A file in an archive, or the end of an empty one; text may begin with the two letters alone. */
const ZIP = ['PK\u0003\u0004', 'PK\u0005\u0006']
const MARKUP = /^\s*<(!doctype|html|head|body|table|div|script|svg|\?xml|!--)/i

/**
 * Says from its first bytes what a file is, whatever its name.
 * @throws FileRefusal for what is no table, and where the ending of the name says something else.
 */
export function contentOf(start: Uint8Array, name: string): FileContent {
  const begin = Buffer.from(start).toString('latin1')
  const other = OTHERS.find(([signs]) => begin.startsWith(signs))
  if (other) throw new FileRefusal(other[1])
  const ending = extname(name).toLowerCase()
  if (ZIP.some((signs) => begin.startsWith(signs))) {
    if (ending === '.xlsx' || ending === '.xlsm') return 'workbook'
    throw new FileRefusal(
      'is a workbook or an archive whose name does not end in .xlsx: name it so if it is a workbook',
    )
  }
  if (['.xlsx', '.xlsm'].includes(ending)) throw new FileRefusal(`is no workbook, though its name ends in ${ending}`)
  const encoding = encodingOfStart(start) ?? 'utf-8'
  const text = new TextDecoder(encoding === 'windows-1252' ? 'latin1' : encoding).decode(start)
  if (MARKUP.test(text)) throw new FileRefusal(`is a web page or XML, and no table: ${AS_CSV}`)
  return 'text'
}
