import clsx from 'clsx'
import { Explained } from '@/components/customer-groups/explanation/explained'
import type { GroupStats } from '@/lib/customer-groups/contract'
import { ORDER_TYPES, type OrderType } from '@/lib/definitions'
import { formatCount } from '@/lib/format/number'
import { ORDER_TYPE_SHORT_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'

const SHADES: Record<OrderType, string> = { service: '', sales: 'opacity-60', consultation: 'opacity-30' }

/** The group whose orders they are; without it they can not be explained. */
type MixOf = { group: string; name: string }

type Mix = Pick<GroupStats, 'service_orders' | 'sales_orders' | 'consultation_orders'>

/** How the orders of a group or of one customer divide into types: a bar in the group's colour, and the same in words and figures. */
export function MixBar({ stats, of }: { stats: Mix; of?: MixOf }) {
  const counts = {
    service: stats.service_orders,
    sales: stats.sales_orders,
    consultation: stats.consultation_orders,
  }
  return (
    <div>
      <div aria-hidden="true" className="flex h-1.5 gap-px overflow-hidden rounded-full bg-raised">
        {ORDER_TYPES.filter((type) => counts[type] > 0).map((type) => (
          <span
            key={type}
            style={{ flexGrow: counts[type] }}
            className={clsx('min-w-0.5 basis-0 bg-(--tint)', SHADES[type])}
          />
        ))}
      </div>
      <dl className="mt-2 flex flex-wrap @max-xs:justify-between gap-x-1 @xs:gap-x-3 gap-y-0.5 text-ink-soft text-xs">
        {ORDER_TYPES.map((type) => (
          <div key={type} className="flex items-center gap-1 @max-[15rem]:gap-0.5">
            <span aria-hidden="true" className={clsx('size-1.5 rounded-xs bg-(--tint)', SHADES[type])} />
            <dt>
              <span className="@max-xs:sr-only">{ORDER_TYPE_WORDS[type]}</span>
              <span aria-hidden="true" className="@xs:hidden">
                {ORDER_TYPE_SHORT_WORDS[type]}
              </span>
            </dt>
            <dd className="font-medium text-ink tabular-nums">
              {of ? (
                <Explained
                  address={{ figure: `${type}_orders`, group: of.group }}
                  of={of.name}
                  words={formatCount(counts[type])}
                >
                  {formatCount(counts[type])}
                </Explained>
              ) : (
                formatCount(counts[type])
              )}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
