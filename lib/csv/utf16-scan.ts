import { LineCounter } from './line-counter'

/** Reads chunks of bytes as UTF-16 and notes the lines with lone surrogates or half a unit. */
export class Utf16Scan {
  readonly damagedLines = new Set<number>()
  private readonly lines = new LineCounter()
  private half: number | undefined
  private afterHighSurrogate = false

  constructor(private readonly encoding: 'utf-16le' | 'utf-16be') {}

  push(chunk: Uint8Array): void {
    for (const byte of chunk) {
      if (this.half === undefined) {
        this.half = byte
        continue
      }
      this.takeUnit(this.encoding === 'utf-16le' ? this.half | (byte << 8) : (this.half << 8) | byte)
      this.half = undefined
    }
  }

  /** A file that ends inside a unit or a pair of surrogates is damaged there. */
  end(): void {
    if (this.half !== undefined || this.afterHighSurrogate) this.damagedLines.add(this.lines.line)
  }

  private takeUnit(unit: number): void {
    const isHigh = unit >= 0xd800 && unit <= 0xdbff
    const isLow = unit >= 0xdc00 && unit <= 0xdfff
    if (this.afterHighSurrogate !== isLow) this.damagedLines.add(this.lines.line)
    this.afterHighSurrogate = isHigh
    this.lines.take(unit)
  }
}
