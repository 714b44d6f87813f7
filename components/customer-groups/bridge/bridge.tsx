import { Explained } from '@/components/customer-groups/explanation/explained'
import { groupTint } from '@/components/customer-groups/group-tint'
import { SelectField } from '@/components/ui/select-field'
import type { Business } from '@/lib/business'
import type { BridgeAnswer } from '@/lib/customer-groups/bridge'
import { describeChange } from '@/lib/format/change'
import { formatDays } from '@/lib/format/date'
import { formatDecimal } from '@/lib/format/number'
import type { BridgeWay } from './bridge-link'
import { BridgeMeanings } from './bridge-meanings'
import { BridgeSection } from './bridge-states'
import { isEmptyBridge } from './bridge-steps'
import { BridgeTable } from './bridge-table'
import { BridgeWaterfall } from './bridge-waterfall'

type BridgeProps = {
  answer: BridgeAnswer
  business: Business
  /** The key of the group that is explained; all of them together where the answer does not have it. */
  asked: string
  onAsk: (group: string) => void
  way: BridgeWay
  /** True while newer figures are on their way; these stay until then. */
  busy: boolean
}

/** Why the revenue of a group, or of all, is not what it was in the period compared with. */
export function Bridge({ answer, business, asked, onAsk, way, busy }: BridgeProps) {
  const { groups, totals } = answer
  const { currency, currencyDigits: digits } = business
  if (isEmptyBridge(totals)) return <BridgeEmpty days={daysOf(answer)} />
  const group = Object.hasOwn(groups, asked) ? asked : null
  const chosen = group === null ? undefined : groups[group]
  const steps = chosen ?? totals
  const name = chosen?.name ?? 'All groups'
  const change = describeChange(steps.revenue, steps.previous_revenue, (value) => formatDecimal(value, digits))
  const options = Object.entries(groups).map(([key, { name: label }]) => ({ value: key, label }))
  return (
    <BridgeSection>
      <div aria-busy={busy} className={chosen ? groupTint(chosen.color) : '[--tint:var(--ink-soft)]'}>
        <div className="flex">
          <SelectField
            label="Revenue of"
            value={group ?? 'all'}
            options={[{ value: 'all', label: 'All groups' }, ...options]}
            onChange={onAsk}
          />
        </div>
        <p className="mt-4 font-medium text-sm tabular-nums">
          <bdi>{name}</bdi>, {currency}:{' '}
          <Explained
            address={{ figure: 'total_revenue', at: 'change', group: group ?? 'all', among: 'bridge' }}
            of={name}
            words={change.words}
          >
            {change.words}
          </Explained>
        </p>
        {isEmptyBridge(steps) ? (
          <p className="mt-3 text-ink-soft text-sm">Nobody in this group had an order in either period.</p>
        ) : (
          <>
            <BridgeWaterfall {...{ steps, group, name, digits, way }} days={daysOf(answer)} />
            <BridgeMeanings ofGroup={group !== null} />
          </>
        )}
        <BridgeTable {...{ answer, currency, digits, way }} />
      </div>
    </BridgeSection>
  )
}

function BridgeEmpty({ days }: { days: ReturnType<typeof daysOf> }) {
  return (
    <BridgeSection>
      <p className="text-ink-soft text-sm">
        There was no order under the chosen filters, neither in {days.before} nor in {days.now}.
      </p>
    </BridgeSection>
  )
}

function daysOf({ meta: { from, to, previous_from, previous_to, time_zone } }: BridgeAnswer) {
  const before = previous_from !== null && previous_to !== null ? formatDays(previous_from, previous_to, time_zone) : ''
  return { before, now: formatDays(from, to, time_zone) }
}
