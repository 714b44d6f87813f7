import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Explained } from '@/components/customer-groups/explanation/explained'
import type { GroupDetails, Matched } from '@/lib/customer-groups/contract'
import { formatCount, formatQuantity } from '@/lib/format/number'
import { shareOf } from '@/lib/format/share'
import { cardCellStyle, customerCellStyle } from './customer-cell-style'
import type { Among, ColumnMeta } from './customer-columns'

type Columns = readonly { id: string; meta: ColumnMeta | undefined }[]

type CustomerTableTotalsProps = {
  groupKey: string
  list: GroupDetails
  columns: Columns
  fits: boolean
  narrowed: boolean
}

/** The figures of everything that matches, on all pages; below them the whole group's while only some of it is listed. */
export function CustomerTableTotals({ groupKey, list, columns, fits, narrowed }: CustomerTableTotalsProps) {
  const { stats, matched } = list
  const count = (among: Among, words: string) => (
    <Explained address={{ figure: 'customer_count', group: groupKey, among }} of={stats.name} words={words} inName>
      {words}
    </Explained>
  )
  const customers = count('group', formatQuantity(stats.customer_count, 'customer'))
  if (!narrowed)
    return (
      <tfoot className="max-md:block">
        <TotalsRow title={<>Total, {customers}</>} figures={matched} among="list" {...{ columns, fits }} />
      </tfoot>
    )
  return (
    <tfoot className="max-md:block">
      <TotalsRow
        title={
          <>
            Found, {count('list', formatCount(matched.customers))} of {customers}
          </>
        }
        note={stats.total_revenue > 0 && `${shareOf(matched.revenue, stats.total_revenue)} of the group’s revenue`}
        figures={matched}
        among="list"
        {...{ columns, fits }}
      />
      <TotalsRow title={<>Whole group, {customers}</>} figures={ofGroup(stats)} among="group" {...{ columns, fits }} />
    </tfoot>
  )
}

type TotalsRowProps = {
  title: ReactNode
  note?: ReactNode
  figures: Matched
  among: Among
  columns: Columns
  fits: boolean
}

function TotalsRow({ title, note, figures, among, columns: [first, ...others], fits }: TotalsRowProps) {
  return (
    <tr className="border-line-strong border-t bg-raised font-semibold max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:px-4 max-md:py-3 md:h-12">
      <th
        scope="row"
        className={clsx(customerCellStyle(first?.meta, fits), 'text-left font-semibold max-md:col-span-2 max-md:mb-1')}
      >
        {title}
        {note && <span className="block font-normal text-ink-soft text-xs">{note}</span>}
      </th>
      {others.map(({ id, meta }) => (
        <td
          key={id}
          data-label={meta?.label}
          className={clsx(customerCellStyle(meta, fits), meta?.total ? cardCellStyle(meta) : 'max-md:hidden')}
        >
          <div>{meta?.total?.(figures, among)}</div>
        </td>
      ))}
    </tr>
  )
}

/** The group's own figures; what those selected had before is known of those who match alone. */
function ofGroup({ customer_count, total_revenue, ...counts }: GroupDetails['stats']): Matched {
  return {
    ...counts,
    customers: customer_count,
    revenue: total_revenue,
    previous_orders: null,
    previous_revenue: null,
    visits_change: null,
  }
}
