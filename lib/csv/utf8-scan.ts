import { LineCounter } from './line-counter'

/** How a sequence of UTF-8 goes on after its first byte: so many bytes more, the next one within these bounds. */
type Continuation = { bytes: number; least: number; most: number }

/** Reads chunks of bytes as strict UTF-8 and notes where they are not. */
export class Utf8Scan {
  /** How many characters of more than one byte are valid. */
  sequences = 0
  readonly damagedLines = new Set<number>()
  private readonly lines = new LineCounter()
  private rest: Continuation | undefined

  push(chunk: Uint8Array): void {
    for (const byte of chunk) this.take(byte)
  }

  /** A file that ends inside a character is damaged there. */
  end(): void {
    if (this.rest) this.damagedLines.add(this.lines.line)
  }

  private take(byte: number): void {
    if (this.rest) {
      if (byte >= this.rest.least && byte <= this.rest.most) {
        this.rest = this.rest.bytes > 1 ? { bytes: this.rest.bytes - 1, least: 0x80, most: 0xbf } : undefined
        if (!this.rest) this.sequences += 1
        return
      }
      this.damagedLines.add(this.lines.line)
      this.rest = undefined
    }
    this.lines.take(byte)
    this.rest = continuation(byte)
    if (byte >= 0x80 && !this.rest) this.damagedLines.add(this.lines.line)
  }
}

/** By table 3-7 of the Unicode standard, which leaves out overlong forms and surrogates. */
function continuation(first: number): Continuation | undefined {
  if (first >= 0xc2 && first <= 0xdf) return { bytes: 1, least: 0x80, most: 0xbf }
  if (first >= 0xe0 && first <= 0xef) {
    return { bytes: 2, least: first === 0xe0 ? 0xa0 : 0x80, most: first === 0xed ? 0x9f : 0xbf }
  }
  if (first >= 0xf0 && first <= 0xf4) {
    return { bytes: 3, least: first === 0xf0 ? 0x90 : 0x80, most: first === 0xf4 ? 0x8f : 0xbf }
  }
  return undefined
}
