import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { reasonWords } from '@/lib/format/explanation-definition'
import { formatCount, formatQuantity } from '@/lib/format/number'

/** What of the same customers is not in the figure, each record under the first reason that applies. */
export function LeftOut({ answer }: { answer: ExplanationAnswer }) {
  const { rows } = answer
  const kind = rows.kind === 'orders' ? 'order' : 'customer'
  const all = formatQuantity(rows.considered, kind)
  const ofCustomers = answer.place === 'bridge' ? 'with an order in either period' : 'of the group'
  const among = kind === 'order' ? 'of these customers' : ofCustomers
  const left = rows.considered - rows.page.total
  return (
    <section className="mt-6">
      <h3 className="font-semibold text-sm">What is left out</h3>
      <p className="mt-1 text-sm leading-6">
        {left === 0
          ? `Nothing: ${all} in all.`
          : `${formatCount(left)} of ${all} ${among}, each under the first reason that applies.`}
      </p>
      {left > 0 && (
        <dl className="mt-2 divide-y text-sm tabular-nums">
          {rows.left_out.map(({ reason, count }) => (
            <div key={reason} className="flex min-h-8 items-center justify-between gap-4">
              <dt className="text-ink-soft">{reasonWords(reason, answer)}</dt>
              <dd className="font-medium">{formatCount(count)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
