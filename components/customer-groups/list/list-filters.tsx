import { SlidersHorizontal, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { Dialog } from '@/components/ui/dialog'
import { NO_FILTERS } from '@/lib/customer-groups/list-narrowing'
import { activeFilters } from '@/lib/format/filter-words'
import { FilterForm } from './filter-form'
import type { ListChoices } from './list-choices'

type ListFiltersProps = { choices: ListChoices; currency: string }

/** Opens the filters of the list, which the URL then has; the focus returns here. */
export function FilterButton({ choices: { params, choose }, currency }: ListFiltersProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [openings, setOpenings] = useState(0)
  const count = activeFilters(params, currency).length
  const close = () => dialog.current?.close()
  return (
    <>
      <button
        type="button"
        id={FILTER_BUTTON}
        onClick={() => {
          // A form made anew has what the URL has, not what was typed and given up.
          setOpenings(openings + 1)
          dialog.current?.showModal()
        }}
        className={buttonStyle()}
      >
        <SlidersHorizontal aria-hidden="true" className="size-4" />
        Filters{count > 0 && ` · ${count}`}
      </button>
      <Dialog ref={dialog} title="Filters">
        <FilterForm
          key={openings}
          params={params}
          currency={currency}
          onApply={(filters) => {
            close()
            choose(filters)
          }}
          onCancel={close}
        />
      </Dialog>
    </>
  )
}

const FILTER_BUTTON = 'list-filters'

/** Each filter that narrows the list, in words, to be taken out. */
export function FilterChips({ choices: { params, choose }, currency }: ListFiltersProps) {
  const filters = activeFilters(params, currency)
  if (filters.length === 0) return null
  // The pressed button is gone afterwards, and the focus must not be lost with it.
  const takeOut = (without: Partial<typeof NO_FILTERS>) => {
    choose(without)
    document.getElementById(FILTER_BUTTON)?.focus()
  }
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap gap-2">
      {filters.map(({ name, words }) => (
        <li key={name}>
          <button
            type="button"
            onClick={() => takeOut({ [name]: null })}
            className={buttonStyle('plain', 'bg-raised font-normal')}
          >
            <span className="sr-only">Take out: </span>
            {words}
            <X aria-hidden="true" className="size-4 text-ink-soft" />
          </button>
        </li>
      ))}
      <li>
        <button type="button" onClick={() => takeOut(NO_FILTERS)} className={buttonStyle('quiet')}>
          Clear all<span className="sr-only"> filters</span>
        </button>
      </li>
    </ul>
  )
}
