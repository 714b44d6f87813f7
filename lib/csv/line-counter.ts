const LINE_FEED = 10
const CARRIAGE_RETURN = 13

/** Counts lines as an editor numbers them: after LF, CR LF or a lone CR a new one begins. */
export class LineCounter {
  line = 1
  private afterReturn = false

  /** Takes the next byte or UTF-16 unit. */
  take(unit: number): void {
    if (unit > CARRIAGE_RETURN) {
      this.afterReturn = false
      return
    }
    if (unit === CARRIAGE_RETURN || (unit === LINE_FEED && !this.afterReturn)) this.line += 1
    this.afterReturn = unit === CARRIAGE_RETURN
  }
}

/** How many line breaks a text holds, counted in the same way. */
export function countLineBreaks(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
