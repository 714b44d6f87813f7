import { ChevronRight } from 'lucide-react'
import { BRIDGE_PARTS, BRIDGE_WORDS } from './bridge-steps'

/** How the bars are read, and one click away what each part says. */
export function BridgeMeanings({ ofGroup }: { ofGroup: boolean }) {
  return (
    <>
      <p className="mt-3 max-w-3xl text-ink-soft text-xs leading-5">
        The five parts add up exactly to the difference. A full bar adds, a hollow one takes away.{' '}
        {ofGroup
          ? 'Each amount is explained, and each part leads to its customers.'
          : 'Each amount is explained; lists of its customers are found group by group: choose one, or see the table.'}
      </p>
      <details className="group/meanings mt-1">
        <summary className="-ml-1 inline-flex min-h-10 list-none items-center gap-1 rounded px-1 text-ink-soft text-sm hover:text-ink [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden="true" className="size-4 group-open/meanings:rotate-90" />
          What the parts mean
        </summary>
        <dl className="mb-2 max-w-3xl text-sm">
          {BRIDGE_PARTS.map((part) => (
            <div key={part} className="py-1.5 sm:flex sm:gap-4">
              <dt className="w-44 shrink-0 font-medium">{BRIDGE_WORDS[part].name}</dt>
              <dd className="text-ink-soft">{BRIDGE_WORDS[part].meaning}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
