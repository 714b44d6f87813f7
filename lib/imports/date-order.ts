/** The orders in which day, month and year are written. */
export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const
export type DateOrder = (typeof DATE_ORDERS)[number]

const TIME = String.raw`(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s*([ap])\.?m\.?)?)?`
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([./-])(\d{1,2})\2(\d{4})${TIME}$`, 'i')
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([./-])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i')

/**
 * A date as ISO 8601 would write it, '31.3.2026 14:05' with `dmy` as '2026-03-31T14:05:00'. What is not written in one of
 * these forms is given back as it is: it may be ISO 8601 already.
 */
export function toIsoDate(text: string, order: DateOrder): string {
  const first = YEAR_FIRST.exec(text)
  if (first)
    return first[2] === '-' && first[3]?.length === 2 && !first[8] ? text : iso([first[1], first[3], first[4]], first)
  const last = order === 'ymd' ? null : YEAR_LAST.exec(text)
  if (!last) return text
  const [, one, , two, year] = last
  return iso(order === 'dmy' ? [year, two, one] : [year, one, two], last)
}

function iso(date: readonly (string | undefined)[], match: RegExpExecArray): string {
  const two = (part: string | number | undefined) => String(part ?? '00').padStart(2, '0')
  const day = date.map(two).join('-')
  const [hour, minute, second, half] = match.slice(5)
  return hour === undefined ? day : `${day}T${two(onDay(Number(hour), half))}:${two(minute)}:${two(second)}`
}

/** An hour of the clock of twelve; one that is on neither stays wrong. */
function onDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return 99
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/** Gathers how the dates of one file are written and decides which order they are in. */
export class DateEvidence {
  private readonly orders = new Set<DateOrder>()
  private undecided: string | null = null

  /** Takes note of one date as it stands in the file. */
  add(text: string): void {
    const [, one, sign, two] = YEAR_LAST.exec(text) ?? []
    if (one === undefined || two === undefined) return
    if (Number(one) > 12 || sign === '.') this.orders.add('dmy')
    else if (Number(two) > 12) this.orders.add('mdy')
    else this.undecided ??= text
  }

  /** Null where day and month can not be told apart; `ymd` where every date has its year first. */
  decide(): { order: DateOrder } | { ambiguous: string } {
    const [only] = this.orders
    if (only && this.orders.size === 1) return { order: only }
    if (only) return { ambiguous: this.undecided ?? 'both orders' }
    return this.undecided === null ? { order: 'ymd' } : { ambiguous: this.undecided }
  }
}
