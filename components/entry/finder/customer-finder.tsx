'use client'

import { Search } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import { Field } from '@/components/ui/field'
import { inputStyle } from '@/components/ui/input-style'
import { SEARCH_LENGTH_LIMIT } from '@/lib/customer-groups/param-readers'
import type { FoundCustomer } from '@/lib/customers/finding'
import { FinderList } from './finder-list'
import { useCustomerFinder } from './use-customer-finder'

type CustomerFinderProps = {
  text: string
  onText: (text: string) => void
  error: string | null
  /** Whether it takes the place of what held the focus. */
  focused: boolean
  onChoose: (customer: FoundCustomer) => void
}

/** Finds a customer while their name, phone, plate, e-mail or code is typed; worked by arrows, Enter and Esc. */
export function CustomerFinder({ text, onText, error, focused, onChoose }: CustomerFinderProps) {
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])
  const finder = useCustomerFinder(text, onChoose)
  const shown = finder.open && finder.found.length > 0
  const active = shown ? finder.found[finder.active] : undefined
  return (
    <div className="relative">
      <Field label="Customer" error={error}>
        {(control) => (
          <div className="relative">
            <Search aria-hidden="true" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-soft" />
            <input
              {...control}
              ref={input}
              type="text"
              role="combobox"
              aria-expanded={shown}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={active && `${listId}-${active.id}`}
              aria-required="true"
              autoComplete="off"
              spellCheck={false}
              dir="auto"
              maxLength={SEARCH_LENGTH_LIMIT}
              placeholder="Name, phone, plate, e-mail or code"
              value={text}
              onChange={(event) => {
                onText(event.target.value)
                finder.show()
              }}
              onKeyDown={finder.onKeyDown}
              onBlur={finder.close}
              className={inputStyle('pl-9')}
            />
          </div>
        )}
      </Field>
      <FinderList id={listId} finder={finder} shown={shown} />
    </div>
  )
}
