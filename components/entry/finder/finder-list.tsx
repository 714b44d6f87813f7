import clsx from 'clsx'
import { groupTint } from '@/components/customer-groups/group-tint'
import { FoundCustomerLines } from '@/components/entry/found-customer-lines'
import { buttonStyle } from '@/components/ui/button-style'
import { formatQuantity } from '@/lib/format/number'
import type { useCustomerFinder } from './use-customer-finder'

type FinderListProps = { id: string; finder: ReturnType<typeof useCustomerFinder>; shown: boolean }

/** Who was found, over what stands below; and in words how many, or that nobody was or that nobody could be looked for. */
export function FinderList({ id, finder, shown }: FinderListProps) {
  const { found, active, settled, failure, refetch, choose } = finder
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label="Customers found"
        className={clsx(
          'absolute inset-x-0 top-full z-20 mt-1 max-h-80 overflow-y-auto rounded-box border border-line-strong bg-surface p-1 shadow-lg',
          !shown && 'hidden',
        )}
      >
        {shown &&
          found.map((customer, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text that holds the focus.
            <div
              key={customer.id}
              id={`${id}-${customer.id}`}
              ref={place === active ? keepInView : undefined}
              role="option"
              aria-selected={place === active}
              // A press must not take the focus out of the text before the click arrives.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(customer)}
              className={`${groupTint(customer.group.color)} flex min-h-12 cursor-pointer gap-2.5 rounded-md px-2 py-2 hover:bg-raised aria-selected:bg-accent-ground`}
            >
              <span aria-hidden="true" className="w-[3px] shrink-0 rounded-full bg-(--tint)" />
              <FoundCustomerLines customer={customer} />
            </div>
          ))}
      </div>
      <p role="status" className={found.length > 0 ? 'sr-only' : 'mt-1.5 text-ink-soft text-sm'}>
        {settled && (found.length > 0 ? `${formatQuantity(found.length, 'customer')} found` : 'Nobody found.')}
      </p>
      {failure && (
        <p role="alert" className="mt-1.5 text-bad text-sm">
          {failure.message}
          <button type="button" onClick={() => refetch()} className={buttonStyle('quiet', 'text-accent')}>
            Try again
          </button>
        </p>
      )}
    </>
  )
}

function keepInView(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}
