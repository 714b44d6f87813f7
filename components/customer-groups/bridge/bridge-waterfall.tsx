import { ArrowDown, ArrowUp } from 'lucide-react'
import { Amount } from '@/components/ui/amount'
import { SignedAmount } from '@/components/ui/signed-amount'
import { useArrowKeys } from '@/components/ui/use-arrow-keys'
import type { BridgeSteps } from '@/lib/customer-groups/bridge'
import { BridgeAmount } from './bridge-amount'
import { BridgeBar } from './bridge-bar'
import { type BridgeLinkTarget, type BridgeWay, isOpened } from './bridge-link'
import { BridgeRow } from './bridge-row'
import { activeNow, BRIDGE_WORDS, levelsOf, stepsOf } from './bridge-steps'

type BridgeWaterfallProps = {
  steps: BridgeSteps
  group: string | null
  name: string
  /** The days of both revenues. */
  days: { before: string; now: string }
  digits: number
  way: BridgeWay
}

/** From one revenue to the other, step by step; each is explained, and leads to its customers where it is one group's. */
export function BridgeWaterfall({ steps, group, name, days, digits, way }: BridgeWaterfallProps) {
  const list = useArrowKeys('li')
  const { levels, most } = levelsOf(steps)
  const { previous_revenue, revenue } = steps
  const whose = { group, name, digits }
  const now: BridgeLinkTarget = { way, group, customers: 'now', count: activeNow(steps) }
  return (
    <ol ref={list} className="mt-3 grid grid-cols-[1fr_auto] sm:grid-cols-[minmax(auto,15rem)_minmax(0,1fr)_auto]">
      <BridgeRow
        name="Revenue before"
        days={days.before}
        amount={
          <BridgeAmount of="before" value={previous_revenue} byArrows={false} {...whose}>
            <Amount value={previous_revenue} digits={digits} />
          </BridgeAmount>
        }
      >
        <BridgeBar from={0} to={previous_revenue} below={previous_revenue} most={most} kind="revenue" />
      </BridgeRow>
      {stepsOf(steps).map(({ part, customers, change }, place) => {
        const [from = 0, to = 0] = levels.slice(place)
        const link: BridgeLinkTarget = { way, group, customers: part, count: customers }
        return (
          <BridgeRow
            key={part}
            {...BRIDGE_WORDS[part]}
            amount={
              <BridgeAmount of={part} value={change} byArrows={isOpened(link)} {...whose}>
                <SteppingAmount change={change} digits={digits} />
              </BridgeAmount>
            }
            link={link}
          >
            <BridgeBar kind="change" above={from} below={to} {...{ from, to, most }} />
          </BridgeRow>
        )
      })}
      <BridgeRow
        name="Revenue now"
        days={days.now}
        amount={
          <BridgeAmount of="now" value={revenue} byArrows={isOpened(now)} {...whose}>
            <Amount value={revenue} digits={digits} />
          </BridgeAmount>
        }
        link={now}
      >
        <BridgeBar from={0} to={revenue} above={revenue} most={most} kind="revenue" />
      </BridgeRow>
    </ol>
  )
}

function SteppingAmount({ change, digits }: { change: number; digits: number }) {
  return (
    <>
      {change > 0 && <ArrowUp aria-hidden="true" className="mr-1 inline size-3.5 -translate-y-px text-good" />}
      {change < 0 && <ArrowDown aria-hidden="true" className="mr-1 inline size-3.5 -translate-y-px text-bad" />}
      <SignedAmount change={change} digits={digits} />
    </>
  )
}
