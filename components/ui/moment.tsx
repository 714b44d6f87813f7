import { formatDateTime, formatExactTime } from '@/lib/format/date'

type MomentProps = { at: string | null; timeZone: string; none?: string }

/** An instant on the business's clock, with the exact one behind it; `none` where there is none. */
export function Moment({ at, timeZone, none = 'never' }: MomentProps) {
  if (at === null) return <span className="text-ink-soft">{none}</span>
  return (
    <time dateTime={at} title={formatExactTime(at, timeZone)} className="whitespace-nowrap">
      {formatDateTime(at, timeZone)}
    </time>
  )
}
