import { Section } from '@/components/layout/section'
import { Moment } from '@/components/ui/moment'
import type { OrderWords } from '@/lib/orders/changes-in-words'
import type { Order } from '@/lib/orders/contract'
import { type HistoryLine, orderHistory } from '@/lib/orders/history'

/** What became of the order, the latest first. */
export function OrderHistory({ order, words }: { order: Order; words: OrderWords }) {
  return (
    <Section title="History">
      <HistoryLines lines={orderHistory(order, words).reverse()} timeZone={words.business.timeZone} label="History" />
    </Section>
  )
}

type HistoryLinesProps = { lines: readonly HistoryLine[]; timeZone: string; label: string }

/** Who changed what, when and why, a line each. */
export function HistoryLines({ lines, timeZone, label }: HistoryLinesProps) {
  return (
    <ol aria-label={label} className="text-sm">
      {lines.map(({ version, at, who, changes, reason }) => (
        <li key={version} className="border-t py-2.5 wrap-anywhere first:border-t-0 first:pt-0">
          <p className="text-ink-soft text-xs">
            <Moment at={at} timeZone={timeZone} />, <bdi>{who}</bdi>
          </p>
          {version === 1 ? (
            <p className="mt-0.5">Entered</p>
          ) : (
            <ul className="mt-0.5">
              {changes.map(({ field, before, after }) => (
                <li key={field} className="tabular-nums">
                  {field} <bdi className="text-ink-soft">{before}</bdi> → <bdi className="font-medium">{after}</bdi>
                </li>
              ))}
            </ul>
          )}
          {reason !== null && (
            <p className="mt-0.5">
              Reason: <bdi>{reason}</bdi>
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
