import { splitAmount } from '@/lib/format/number'

/** An exact amount in major units whose minor part steps back a little; the currency is named once, elsewhere. */
export function Amount({ value, digits }: { value: number; digits: number }) {
  const { major, minor } = splitAmount(value, digits)
  return (
    <>
      {major}
      {minor !== '' && <span className="text-[0.8em] text-ink-soft">{minor}</span>}
    </>
  )
}
