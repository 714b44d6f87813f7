import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import type { Frame } from '@/db/queries/frame'
import { getGroupsBridge } from '@/db/queries/groups-bridge'
import type { Check } from '@/lib/agreement/contract'
import { amountsAgree, type Pair, sum, toMinor } from '@/lib/agreement/judge'
import type { BridgeSteps } from '@/lib/customer-groups/bridge'
import { bridgeParamsSchema } from '@/lib/customer-groups/bridge-params'
import type { Views } from './groups-checks'

type Explained = { of?: string; steps: BridgeSteps; before: number; now: number }

/** Why revenue changed: the parts add up to the difference between the cards' revenue of the two periods. */
export async function bridgeChecks(db: Database, scope: Scope, [usual]: Views, frame: Frame): Promise<Check[]> {
  const digits = frame.currencyDigits
  const params = bridgeParamsSchema.parse({ as_of: frame.asOf })
  const { groups, totals } = await getGroupsBridge(db, scope, params)
  const { answer } = usual
  const each = Object.entries(answer.groups).flatMap(([key, { name, previous, total_revenue }]): Explained[] => {
    const steps = groups[key]
    return steps ? [{ of: name, steps, before: previous?.total_revenue ?? 0, now: total_revenue }] : []
  })
  const pairOf = ({ of, steps, before, now }: Explained): Pair => ({
    of,
    left: sum(changesOf(steps).map((change) => toMinor(change, digits))),
    right: toMinor(now, digits) - toMinor(before, digits),
  })
  const all = { steps: totals, before: answer.totals.previous?.revenue ?? 0, now: answer.totals.revenue }
  const words = {
    key: 'bridge',
    title: 'The parts of the change of revenue add up to the difference',
    left: 'all parts',
    right: 'the difference of the two periods',
  }
  return [amountsAgree(words, [pairOf(all), ...each.map(pairOf)], digits)]
}

function changesOf({ stopped, new: newcomers, resurrected, continued }: BridgeSteps): number[] {
  return [stopped.change, newcomers.change, resurrected.change, continued.visits_change, continued.value_change]
}
