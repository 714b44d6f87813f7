import type { DecimalSign } from './amount'

/** A value that shows why the decimal sign of a file can not be told. */
export type AmbiguousAmount = { line: number; value: string }

type Seen = { first: AmbiguousAmount; count: number; fractions: Set<number>; notThousands: boolean }

const NUMERIC = /^[\d.,]+$/

/** Gathers how the amounts of one file are written and decides what its decimal sign is. */
export class DecimalEvidence {
  private readonly seen = new Map<DecimalSign, Seen>()
  private firstSeparated: AmbiguousAmount | undefined

  /** Takes note of one amount as it stands in the file. */
  add(text: string, line: number): void {
    if (!NUMERIC.test(text) || !/[.,]/.test(text)) return
    this.firstSeparated ??= { line, value: text }
    this.note('.', text, line)
    this.note(',', text, line)
  }

  private note(sign: DecimalSign, text: string, line: number): void {
    const [before = '', fraction, ...more] = text.split(sign)
    if (!fraction || more.length > 0 || !/^\d+$/.test(fraction)) return
    const known = this.seen.get(sign) ?? {
      first: { line, value: text },
      count: 0,
      fractions: new Set(),
      notThousands: false,
    }
    known.count += 1
    known.fractions.add(fraction.length)
    // Three digits after one to three others may be thousands; any other shape can only be decimals.
    known.notThousands ||= fraction.length !== 3 || !/^\d{1,3}$/.test(before)
    this.seen.set(sign, known)
  }

  /**
   * The sign for a currency with so many minor digits: the only one that some amount has once with 1 to `digits` digits
   * behind it; failing that, the only one that can not be a separator of thousands. Both or neither is ambiguous.
   */
  decide(digits: number): { sign: DecimalSign } | { ambiguous: AmbiguousAmount } {
    // Without minor digits every separator is an error of its row, whichever sign it is.
    if (this.firstSeparated === undefined || digits === 0) return { sign: '.' }
    const fits = (seen: Seen) => [...seen.fractions].some((length) => length <= digits)
    for (const proves of [fits, (seen: Seen) => seen.notThousands]) {
      const proven = [...this.seen].filter(([, seen]) => proves(seen))
      const [only] = proven
      if (only && proven.length === 1) return { sign: only[0] }
      const [rarer] = proven.sort(([, a], [, b]) => a.count - b.count)
      if (rarer) return { ambiguous: rarer[1].first }
    }
    return { ambiguous: this.firstSeparated }
  }
}
