import { ArrowRight } from 'lucide-react'
import { groupTint } from '@/components/customer-groups/group-tint'
import type { Business } from '@/lib/business'
import { formatDays } from '@/lib/format/date'
import { formatCount, formatDecimal } from '@/lib/format/number'
import type { MovedFigures, MovePreview as Preview } from '@/lib/settings/shown'

type MovePreviewProps = { preview: Preview; business: Business }

/** The cards of both groups, each figure as it is and as it would be. */
export function MovePreview({ preview, business }: MovePreviewProps) {
  const { from, to } = preview.window
  return (
    <div>
      <p className="text-ink-soft text-sm">
        Of the groups page, {formatDays(from, to, business.timeZone)}. The totals of all groups stay the same.
      </p>
      <div className="mt-3 grid gap-3 xl:grid-cols-2">
        {preview.groups.map(({ key, name, color, before, after }) => (
          <article
            key={key}
            className={`${groupTint(color)} relative overflow-hidden rounded-box border bg-surface p-4 pl-5`}
          >
            <span aria-hidden="true" className="absolute inset-y-0 left-0 w-1 bg-(--tint)" />
            <h3 className="wrap-anywhere font-semibold">
              <bdi>{name}</bdi>
            </h3>
            <Figures before={before} after={after} business={business} />
          </article>
        ))}
      </div>
    </div>
  )
}

type FiguresProps = { before: MovedFigures; after: MovedFigures; business: Business }

function Figures({ before, after, business }: FiguresProps) {
  const money = (amount: number) => formatDecimal(amount, business.currencyDigits)
  const rows = [
    ['Customers', formatCount(before.customer_count), formatCount(after.customer_count)],
    ['Orders', formatCount(before.total_orders), formatCount(after.total_orders)],
    [`Revenue, ${business.currency}`, money(before.total_revenue), money(after.total_revenue)],
  ] as const
  return (
    <dl className="mt-3 grid gap-1.5 text-sm tabular-nums">
      {rows.map(([label, now, then]) => (
        <div key={label} className="flex flex-wrap justify-between gap-x-4">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="ml-auto flex flex-wrap items-center justify-end gap-x-2">
            <span className="sr-only">now</span> {now}
            <ArrowRight aria-hidden="true" className="size-3.5 shrink-0 text-ink-soft" />
            <span className="sr-only">, afterwards</span> <span className="font-semibold">{then}</span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
