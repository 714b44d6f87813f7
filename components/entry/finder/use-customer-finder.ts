'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useQuiet } from '@/components/entry/use-quiet'
import type { FoundCustomer } from '@/lib/customers/finding'
import { findsAnybody, foundCustomersOptions } from './found-customers-query'

const QUIET_MS = 150

/** A list that opens under what is typed, as the combobox pattern has it: the focus stays in the text. */
export function useCustomerFinder(text: string, onChoose: (customer: FoundCustomer) => void) {
  const typed = text.trim()
  const asked = useQuiet(typed, QUIET_MS)
  const query = useQuery({ ...foundCustomersOptions(asked), placeholderData: keepPreviousData })
  const [open, setOpen] = useState(false)
  const [activeId, setActiveId] = useState<string | null>(null)
  // What was found for a text of before is shown until the answer is there, never once the text is too short.
  const wanted = findsAnybody(typed)
  const found = wanted ? (query.data?.customers ?? []) : []
  const active = found.findIndex(({ id }) => id === activeId)
  const close = () => {
    setOpen(false)
    setActiveId(null)
  }
  const choose = (customer: FoundCustomer) => {
    close()
    onChoose(customer)
  }
  const move = (by: 1 | -1) => {
    setOpen(true)
    const next = active < 0 ? (by > 0 ? 0 : found.length - 1) : (active + by + found.length) % found.length
    setActiveId(found[next]?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const chosen = open ? found[active] : undefined
    if (event.key === 'ArrowDown') move(1)
    else if (event.key === 'ArrowUp') move(-1)
    else if (event.key === 'Enter') chosen && choose(chosen)
    else if (event.key === 'Escape' && open) close()
    else return
    // Enter in the finder chooses somebody or does nothing: it never sends the form.
    event.preventDefault()
  }
  return {
    found,
    active: open ? active : -1,
    open: open && wanted,
    /** What is shown is the answer to what is typed. */
    settled: wanted && asked === typed && !query.isPlaceholderData && query.isSuccess,
    failure: wanted && query.isError ? query.error : null,
    refetch: query.refetch,
    show: () => setOpen(true),
    close,
    choose,
    onKeyDown,
  }
}
