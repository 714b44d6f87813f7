import Link from 'next/link'
import { Section } from '@/components/layout/section'
import { buttonStyle } from '@/components/ui/button-style'
import { formatCount } from '@/lib/format/number'
import type { ImportJob } from '@/lib/imports/job'

const COUNTS = [
  ['New customers', 'customersCreated'],
  ['Changed customers', 'customersChanged'],
  ['Unchanged customers', 'customersUnchanged'],
  ['Merged or erased, left alone', 'customersLeftAlone'],
  ['New orders', 'ordersCreated'],
  ['Changed orders', 'ordersChanged'],
  ['Unchanged orders', 'ordersUnchanged'],
] as const

/** What became of an import; its files are gone by then. */
export function ImportEnd({ job: { state, counts } }: { job: ImportJob }) {
  if (state !== 'applied' || !counts) {
    return (
      <Section title="Nothing was changed">
        <p className="text-ink-soft text-sm">
          The files of this import are not kept any more. Begin a new one to import them.
        </p>
        <Link href="/import" className={buttonStyle('plain', 'mt-4')}>
          Begin a new import
        </Link>
      </Section>
    )
  }
  return (
    <Section title="Applied">
      <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-6 gap-y-1.5 text-sm tabular-nums">
        {COUNTS.map(([label, name]) => (
          <div key={name} className="contents">
            <dt className="text-ink-soft">{label}</dt>
            <dd className="text-right font-medium">{formatCount(counts[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex flex-wrap gap-2">
        <Link href="/customers" className={buttonStyle()}>
          Look at the customers
        </Link>
        <Link href="/orders" className={buttonStyle()}>
          Look at the orders
        </Link>
      </div>
    </Section>
  )
}
