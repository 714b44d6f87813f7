import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { reasonWords } from '@/lib/format/explanation-definition'
import { formatCount, formatQuantity } from '@/lib/format/number'

/** What of the same customers is not in the figure, each record under the first reason that applies. */
export function LeftOut({ answer }: { answer: ExplanationAnswer }) {
  const { rows } = answer
  const kind = rows.kind === 'orders' ? 'order' : 'customer'
  const left = rows.considered - rows.page.total
  return (
    <section className="mt-6">
      <h3 className="font-semibold text-sm">What is left out</h3>
      <p className="mt-1 text-sm leading-6">
        {left === 0
          ? `Nothing: ${formatQuantity(rows.considered, kind)} in all.`
          : `${formatCount(left)} of ${formatQuantity(rows.considered, kind)}${kind === 'order' ? ' of these customers' : ' of the group'}, each under the first reason that applies.`}
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
