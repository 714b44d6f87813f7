import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { Business } from '@/lib/business'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { proofOf } from '@/lib/customer-groups/explanation/proof'
import { formatCount, formatMoney, formatQuantity } from '@/lib/format/number'

/** How many rows there are and what they come to, beside the figure that they have to come to. */
export function Proven({ answer, business }: { answer: ExplanationAnswer; business: Business }) {
  const { rows } = answer
  const proof = proofOf(answer)
  const shown = (value: number) => (proof?.by === 'sum' ? formatMoney(value, business) : formatCount(value))
  const agrees = proof !== null && proof.rows === proof.figure
  const counted = formatQuantity(rows.page.total, rows.kind === 'orders' ? 'order' : 'customer')
  return (
    <p className="flex items-start gap-2 text-sm leading-6 tabular-nums" data-explained="proof">
      {proof &&
        (agrees ? (
          <CircleCheck aria-hidden="true" className="mt-1 size-4 shrink-0 text-good" />
        ) : (
          <TriangleAlert aria-hidden="true" className="mt-1 size-4 shrink-0 text-bad" />
        ))}
      <span>
        {counted}
        {rows.sum !== null && `, together ${formatMoney(rows.sum, business)}`}
        {proof && (agrees ? ': equal to the figure' : `. The figure says ${shown(proof.figure)}: report this, please`)}.
      </span>
    </p>
  )
}
