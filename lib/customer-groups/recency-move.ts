import { Temporal } from 'temporal-polyfill'
import type { RecencyBand, RecencyThresholds } from './recency'

/** Where a customer goes without another order, and the local day on which it is there first; null where it stays. */
export type RecencyMove = { moves_on: string | null; moves_to: RecencyBand | null }

/**
 * The next band of a customer that does not come back. It gets there a whole day after the last day of its band, so on
 * the day that this instant has on the clock of `timeZone`.
 */
export function nextMove(
  band: RecencyBand,
  lastOrderAt: string | null,
  last: RecencyThresholds,
  timeZone: string,
): RecencyMove {
  const next = NEXT[band]
  if (next === null || lastOrderAt === null) return { moves_on: null, moves_to: null }
  const at = Temporal.Instant.from(lastOrderAt).add({ hours: 24 * (last[next.after] + 1) })
  return { moves_on: at.toZonedDateTimeISO(timeZone).toPlainDate().toString(), moves_to: next.band }
}

const NEXT = {
  active: { band: 'at_risk', after: 'at_risk_after_days' },
  at_risk: { band: 'lapsed', after: 'lapsed_after_days' },
  lapsed: { band: 'dormant', after: 'dormant_after_days' },
  dormant: null,
  never: null,
} as const satisfies Record<RecencyBand, { band: RecencyBand; after: keyof RecencyThresholds } | null>
