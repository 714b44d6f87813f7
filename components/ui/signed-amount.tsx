import { Amount } from '@/components/ui/amount'

/** A change in major units with its sign. */
export function SignedAmount({ change, digits }: { change: number; digits: number }) {
  return (
    <span>
      {change > 0 && '+'}
      {change < 0 && '−'}
      <Amount value={Math.abs(change)} digits={digits} />
    </span>
  )
}
