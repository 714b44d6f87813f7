'use client'

import clsx from 'clsx'
import { SlidersHorizontal } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useCallback, useId, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { ProgressLine } from '@/components/ui/progress-line'
import { SearchField } from '@/components/ui/search-field'
import { SEARCH_LENGTH_LIMIT } from '@/lib/customer-groups/param-readers'
import type { ListField, ListSortChoice } from './list-field'
import { ListFilter } from './list-filter'
import { ListSortSelect } from './list-sort-select'
import { useListChoices } from './use-list-choices'

type ListControlsProps = {
  path: string
  search: { label: string; placeholder: string }
  fields: readonly ListField[]
  sorts: readonly ListSortChoice[]
  /** How many filters are set, beside the search. */
  filterCount: number
  /** The list without search and filters; null where there are none. */
  clearHref: string | null
  /** What else the URL holds, which a form sent by the browser itself must keep. */
  kept: Readonly<Record<string, string>>
  children: ReactNode
}

/** Search, filters and order of a list, all of them in its URL. Before the page is alive the browser sends the form. */
export function ListControls(props: ListControlsProps) {
  const { path, search, fields, sorts, filterCount, clearHref, kept, children } = props
  const { chosen, choose, pending } = useListChoices(['q', 'sort', 'dir', ...fields.map(({ name }) => name)])
  const [open, setOpen] = useState(false)
  const filtersId = useId()
  const find = useCallback((text: string) => choose({ q: text || null }, 'replace'), [choose])
  const filter = (field: ListField) => (
    <ListFilter
      key={field.name}
      field={field}
      value={chosen[field.name] ?? ''}
      onChange={(value) => choose({ [field.name]: value })}
    />
  )
  return (
    <form action={path} onSubmit={(event) => event.preventDefault()} className="mt-5">
      <ProgressLine active={pending} />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-end gap-2">
        <SearchField
          name="q"
          label={search.label}
          placeholder={search.placeholder}
          maxLength={SEARCH_LENGTH_LIMIT}
          value={chosen.q ?? ''}
          onSearch={find}
          className="basis-full md:flex-1 md:basis-64"
        />
        <button
          type="button"
          aria-expanded={open}
          aria-controls={filtersId}
          onClick={() => setOpen(!open)}
          className={buttonStyle('plain', 'md:hidden')}
        >
          <SlidersHorizontal aria-hidden="true" className="size-4" />
          Filters{filterCount > 0 && ` · ${filterCount}`}
        </button>
        <ListSortSelect sorts={sorts} chosen={chosen} kept={kept} choose={choose} />
        <div className="ml-auto">{children}</div>
      </div>
      <fieldset
        id={filtersId}
        className={clsx('mt-2 grid grid-cols-2 items-end gap-2 md:flex md:flex-wrap', !open && 'max-md:hidden')}
      >
        <legend className="sr-only">Filters</legend>
        {fields.filter(({ kind }) => kind === 'choice').map(filter)}
        <div className="grid grid-cols-2 gap-2 max-md:col-span-2">
          {fields.filter(({ kind }) => kind === 'day').map(filter)}
        </div>
        {clearHref !== null && (
          <Link href={clearHref} prefetch={false} scroll={false} className={buttonStyle('quiet')}>
            Clear
          </Link>
        )}
      </fieldset>
      <noscript>
        <button type="submit" className={buttonStyle('plain', 'mt-2')}>
          Show
        </button>
      </noscript>
    </form>
  )
}
