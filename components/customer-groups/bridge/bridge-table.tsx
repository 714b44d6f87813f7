import clsx from 'clsx'
import { FiguresTable } from '@/components/charts/figures-table'
import { Amount } from '@/components/ui/amount'
import { SignedAmount } from '@/components/ui/signed-amount'
import type { BridgeAnswer, BridgeSteps } from '@/lib/customer-groups/bridge'
import { formatQuantity } from '@/lib/format/number'
import { BridgeAmount } from './bridge-amount'
import { BridgeLink, type BridgeLinkTarget, type BridgeWay, LINKED } from './bridge-link'
import { activeNow, BRIDGE_PARTS, BRIDGE_WORDS, stepsOf } from './bridge-steps'

type BridgeTableProps = { answer: BridgeAnswer; currency: string; digits: number; way: BridgeWay }

/** The change of every group in figures; each is explained, and each part leads to its customers. */
export function BridgeTable({ answer: { groups, totals, meta }, currency, digits, way }: BridgeTableProps) {
  const caption = `Why revenue changed, ${currency}`
  const columns = ['Before', ...BRIDGE_PARTS.map((part) => BRIDGE_WORDS[part].name), 'Now']
  return (
    <FiguresTable
      caption={caption}
      rowsAre="Group"
      height="max-h-128"
      headers={columns.map((name) => (
        <th key={name} scope="col" className="min-w-20 pr-1 pl-2 text-right font-medium">
          {name}
        </th>
      ))}
      note={
        meta.groups_overlap && (
          <p className="mt-2 max-w-3xl text-ink-soft text-xs leading-5">
            A customer can be in several groups and is counted once in all groups together, so the parts and their
            customers need not add up down a column.
          </p>
        )
      }
    >
      <tbody>
        {Object.entries(groups).map(([key, { name, ...steps }]) => (
          <GroupRow key={key} group={key} {...{ name, steps, digits, way }} />
        ))}
      </tbody>
      <tfoot className="font-semibold">
        <GroupRow group={null} name="All groups" steps={totals} {...{ digits, way }} />
      </tfoot>
    </FiguresTable>
  )
}

type GroupRowProps = { group: string | null; name: string; steps: BridgeSteps; digits: number; way: BridgeWay }

const CELL = clsx(LINKED, 'flex min-h-12 flex-col items-end justify-center whitespace-nowrap pl-2 pr-1')

function GroupRow({ group, name, steps, digits, way }: GroupRowProps) {
  const whose = { group, name, digits }
  return (
    <tr className="border-t">
      <th
        scope="row"
        className="sticky left-0 max-w-40 truncate bg-surface pr-3 text-left font-[inherit] max-sm:max-w-28"
      >
        <bdi title={name}>{name}</bdi>
      </th>
      <td>
        <div className={CELL}>
          <BridgeAmount of="before" value={steps.previous_revenue} byArrows={false} {...whose}>
            <Amount value={steps.previous_revenue} digits={digits} />
          </BridgeAmount>
        </div>
      </td>
      {stepsOf(steps).map(({ part, customers, change }) => (
        <td key={part}>
          <div className={CELL}>
            <BridgeAmount of={part} value={change} byArrows {...whose}>
              <SignedAmount change={change} digits={digits} />
            </BridgeAmount>{' '}
            <Customers {...{ way, group, name }} customers={part} count={customers} />
          </div>
        </td>
      ))}
      <td>
        <div className={CELL}>
          <BridgeAmount of="now" value={steps.revenue} byArrows {...whose}>
            <Amount value={steps.revenue} digits={digits} />
          </BridgeAmount>{' '}
          <Customers {...{ way, group, name }} customers="now" count={activeNow(steps)} />
        </div>
      </td>
    </tr>
  )
}

function Customers({ name, ...target }: BridgeLinkTarget & { name: string }) {
  const part = target.customers === 'now' ? 'Now' : BRIDGE_WORDS[target.customers].name
  const customers = formatQuantity(target.count, 'customer')
  return (
    <BridgeLink {...target} label={`${customers}: ${name}, ${part}`} className="font-normal text-ink-soft text-xs">
      <span className="opens">{customers}</span>
    </BridgeLink>
  )
}
