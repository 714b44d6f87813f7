import Link from 'next/link'
import type { Check } from '@/lib/agreement/contract'

/** What puts a thing right, by what the key of its check begins with. */
const REMEDIES = [
  ['kept-', 'Change and save any order of the customer: what follows from its orders is then worked out anew.'],
  ['membership-present', 'Give the customer another type and its own one again: the membership is then written anew.'],
  ['look-up-', 'Change what the customer is to be found by and change it back: the look-up is then written anew.'],
] as const

const NO_REMEDY = 'Nothing in the application mends this. Restore a backup, or report it with both numbers.'
const OF_FIGURES =
  'Do not rely on this figure. Where something below differs too, mend that first: figures follow from it. If not, report it with both numbers.'

/** What to do about a check that does not hold, and for whom it does not. */
export function CheckRemedy({ check: { key, about, example } }: { check: Check }) {
  const remedy = REMEDIES.find(([begin]) => key.startsWith(begin))?.[1] ?? NO_REMEDY
  return (
    <div className="mt-1 max-w-prose text-ink-soft">
      <p>{about === 'figures' ? OF_FIGURES : remedy}</p>
      {example.length > 0 && (
        <p>
          Customers:{' '}
          {example.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link href={`/customers/${id}`} className="underline underline-offset-2">
                {index + 1}
                <span className="sr-only">, one for whom this differs</span>
              </Link>
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
