import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { Business } from '@/lib/business'
import type { SinceAnswer } from '@/lib/customer-groups/since'
import { formatCount, formatMoney } from '@/lib/format/number'

type Shown = SinceAnswer['now']
type FiguresThenProps = { was: Shown; now: Shown; business: Business }

const COLUMNS = ['Group', 'Customers', 'Orders', 'Revenue']

/** The figures of then beside those of now, of all and of each group where they differ. */
export function FiguresThen({ was, now, business }: FiguresThenProps) {
  const rows = [{ key: '', name: 'All', was: was.totals, now: now.totals }, ...changedGroups(was, now)]
  const pair = (then: string, present: string) => (then === present ? then : `${then}, now ${present}`)
  return (
    <StackingTable caption="The figures of then and of now" columns={COLUMNS}>
      {rows.map((row) => (
        <StackingRow key={row.key}>
          <StackingCell className="font-medium">
            <bdi>{row.name}</bdi>
          </StackingCell>
          <StackingCell label="Customers">
            {pair(formatCount(row.was.active_count), formatCount(row.now.active_count))}
          </StackingCell>
          <StackingCell label="Orders">
            {pair(formatCount(row.was.total_orders), formatCount(row.now.total_orders))}
          </StackingCell>
          <StackingCell label="Revenue">
            {pair(formatMoney(row.was.total_revenue, business), formatMoney(row.now.total_revenue, business))}
          </StackingCell>
        </StackingRow>
      ))}
    </StackingTable>
  )
}

const NOTHING = { active_count: 0, total_orders: 0, total_revenue: 0 }

function changedGroups(was: Shown, now: Shown) {
  const named = { ...was.groups, ...now.groups }
  return Object.entries(named).flatMap(([key, { name }]) => {
    const [then, present] = [was.groups?.[key] ?? NOTHING, now.groups?.[key] ?? NOTHING]
    const isSame =
      then.active_count === present.active_count &&
      then.total_orders === present.total_orders &&
      then.total_revenue === present.total_revenue
    return isSame ? [] : [{ key, name, was: then, now: present }]
  })
}
