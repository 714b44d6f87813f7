import { MonthsChart } from '@/components/charts/months-chart'
import { Section } from '@/components/layout/section'
import type { Business } from '@/lib/business'
import type { CustomerProfile } from '@/lib/customers/contract'

type OrdersOverTimeProps = { months: CustomerProfile['months']; business: Business; filterWords: string; tint: string }

/** The counted orders of the last two years, under the filters of the page and not its period. */
export function OrdersOverTime({ months, business, filterWords, tint }: OrdersOverTimeProps) {
  const some = months.some(({ total_orders }) => total_orders > 0)
  return (
    <Section
      title="Orders over time"
      intro={`The last ${months.length} months${filterWords && `, ${filterWords}`}. Cancelled orders are not counted.`}
    >
      {some ? (
        <div className={tint}>
          <MonthsChart months={months} business={business} />
        </div>
      ) : (
        <p className="text-ink-soft text-sm">There was no order in these months.</p>
      )}
    </Section>
  )
}
