import type { ReactNode } from 'react'
import { Amount } from '@/components/ui/amount'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { Business } from '@/lib/business'
import type { MergeCard, MergePreview } from '@/lib/customers/merging'
import { formatCount } from '@/lib/format/number'

/** The groups' cards that become others, each figure before and after. */
export function MergeGroups({ groups, business }: { groups: MergePreview['groups']; business: Business }) {
  if (groups.length === 0) return <p className="text-ink-soft text-sm">No group’s card changes in this period.</p>
  const columns = columnsOf(business)
  return (
    <StackingTable caption="Groups before and after" columns={['Group', ...columns.map(({ label }) => label)]}>
      {groups.map(({ key, name, before, after }) => (
        <StackingRow key={key}>
          <StackingCell className="max-md:font-medium">
            <bdi>{name}</bdi>
          </StackingCell>
          {columns.map(({ label, figure, show }) => (
            <StackingCell key={label} label={label}>
              <Step before={before[figure]} after={after[figure]} show={show} />
            </StackingCell>
          ))}
        </StackingRow>
      ))}
    </StackingTable>
  )
}

type Column = { label: string; figure: keyof MergeCard; show: (value: number) => ReactNode }

function columnsOf({ currency, currencyDigits }: Business): Column[] {
  const money = (amount: number) => <Amount value={amount} digits={currencyDigits} />
  return [
    { label: 'Customers', figure: 'customers', show: formatCount },
    { label: 'Registered', figure: 'registered', show: formatCount },
    { label: 'Orders', figure: 'orders', show: formatCount },
    { label: `Revenue, ${currency}`, figure: 'revenue', show: money },
  ]
}

/** A figure that stays is said once. */
function Step({ before, after, show }: { before: number; after: number; show: Column['show'] }) {
  if (before === after) return <span className="text-ink-soft">{show(after)}</span>
  return (
    <>
      {show(before)} <span aria-hidden="true">→</span> <span className="sr-only">becomes</span>
      <span className="font-medium">{show(after)}</span>
    </>
  )
}
