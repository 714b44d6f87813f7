export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

const SAMPLE_BYTES = 128

/**
 * What the first bytes of a file say about its encoding: a byte order mark, or the zero bytes that UTF-16 has in every
 * other place of a plain header line. Undefined where the whole file has to be looked at.
 */
export function encodingOfStart(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2)
  const zeros = (offset: 0 | 1) => {
    let count = 0
    for (let pair = 0; pair < pairs; pair += 1) if (bytes[2 * pair + offset] === 0) count += 1
    return count
  }
  const mostly = 0.7 * pairs
  if (pairs > 0 && zeros(1) >= mostly && zeros(0) < mostly) return 'utf-16le'
  if (pairs > 0 && zeros(0) >= mostly && zeros(1) < mostly) return 'utf-16be'
  return undefined
}

// What Windows-1252 has at 0x80 to 0x9F; the five that it leaves undefined stay control characters.
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const UNDEFINED_IN_WINDOWS_1252 = /[\u0081\u008d\u008f\u0090\u009d]/

/** Turns the chunks of a file into text; a byte order mark is left out, what can not be read becomes U+FFFD. */
export function createDecoder(encoding: Encoding): { decode(chunk: Buffer): string; end(): string } {
  if (encoding !== 'windows-1252') {
    const decoder = new TextDecoder(encoding)
    return { decode: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() }
  }
  // Some versions of Node decode 'windows-1252' as Latin-1, so the difference between the two is made here.
  const decode = (chunk: Buffer) =>
    chunk.toString('latin1').replace(/[\u0080-\u009f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
  return { decode, end: () => '' }
}

/** Whether a cell holds what its file's encoding can not mean; `rowIsDamaged` says that bytes of its row are invalid. */
export function isDamaged(cell: string, encoding: Encoding, rowIsDamaged: boolean): boolean {
  if (encoding === 'windows-1252') return UNDEFINED_IN_WINDOWS_1252.test(cell)
  return rowIsDamaged && cell.includes('\ufffd')
}
