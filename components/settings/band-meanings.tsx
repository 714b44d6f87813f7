import { RECENCY_BAND_WORDS, RECENCY_BANDS, type RecencyBand, type RecencyRule } from '@/lib/customer-groups/recency'
import { formatQuantity } from '@/lib/format/number'

/** What each recency band means under a rule, in words. */
export function BandMeanings({ rule }: { rule: RecencyRule }) {
  return (
    <dl className="grid max-w-2xl gap-2 text-sm">
      {RECENCY_BANDS.map((band) => (
        <div key={band} className="grid gap-x-4 sm:grid-cols-[8rem_minmax(0,1fr)]">
          <dt className="font-medium">{RECENCY_BAND_WORDS[band]}</dt>
          <dd className="text-ink-soft">{MEANINGS[band](rule)}</dd>
        </div>
      ))}
    </dl>
  )
}

const MEANINGS: Record<RecencyBand, (rule: RecencyRule) => string> = {
  active: ({ at_risk_after_days, own_rhythm }) =>
    own_rhythm
      ? 'The last order is no longer ago than twice the usual time between its visits.'
      : `The last order is at most ${formatQuantity(at_risk_after_days, 'day')} ago.`,
  at_risk: ({ at_risk_after_days, lapsed_after_days, own_rhythm }) =>
    own_rhythm
      ? `Longer ago than that, and at most ${formatQuantity(lapsed_after_days, 'day')}.`
      : between(at_risk_after_days, lapsed_after_days),
  lapsed: ({ lapsed_after_days, dormant_after_days }) => between(lapsed_after_days, dormant_after_days),
  dormant: ({ dormant_after_days }) => `More than ${formatQuantity(dormant_after_days, 'day')} ago.`,
  never: () => 'No order so far, or cancelled ones alone.',
}

function between(after: number, last: number): string {
  return after + 1 === last
    ? `${formatQuantity(last, 'day')} ago.`
    : `${after + 1} to ${formatQuantity(last, 'day')} ago.`
}
