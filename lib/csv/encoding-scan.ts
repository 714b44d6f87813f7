import { type Encoding, encodingOfStart } from './encoding'
import { Utf8Scan } from './utf8-scan'
import { Utf16Scan } from './utf16-scan'

/** Which encoding a file is in, and the lines that hold bytes which are invalid in it. */
export type ScannedEncoding = { encoding: Encoding; damagedLines: ReadonlySet<number> }

/**
 * Decides on the encoding of a file from its first bytes and from all its chunks in order. Without a mark, a file is UTF-8
 * unless bytes are invalid and nothing else shows that UTF-8 was meant: then it is Windows-1252. Nothing is decided where
 * the encoding was `chosen`.
 */
export async function scanEncoding(
  start: Uint8Array,
  chunks: AsyncIterable<Uint8Array>,
  chosen: Encoding | null = null,
): Promise<ScannedEncoding> {
  if (chosen === 'windows-1252') return { encoding: chosen, damagedLines: new Set() }
  const marked = chosen ?? encodingOfStart(start)
  const isUtf16 = marked === 'utf-16le' || marked === 'utf-16be'
  const utf8 = new Utf8Scan()
  const scan = isUtf16 ? new Utf16Scan(marked) : utf8
  for await (const chunk of chunks) scan.push(chunk)
  scan.end()
  const { damagedLines } = scan
  if (marked || damagedLines.size === 0 || utf8.sequences > 0) return { encoding: marked ?? 'utf-8', damagedLines }
  return { encoding: 'windows-1252', damagedLines: new Set() }
}
