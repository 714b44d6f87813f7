import { formatDate, formatExactTime } from '@/lib/format/date'

type DayProps = { at: string | null; timeZone: string; none?: string }

/** The day of an instant on the business's clock, with the exact time behind it; `none` where there is none. */
export function Day({ at, timeZone, none = 'none' }: DayProps) {
  if (at === null) return <span className="text-ink-soft">{none}</span>
  return (
    <time dateTime={at} title={formatExactTime(at, timeZone)} className="whitespace-nowrap">
      {formatDate(at, timeZone)}
    </time>
  )
}
