'use client'

import { useState } from 'react'
import type { FoundCustomer } from '@/lib/customers/finding'

/** The customer whom the server found under the id of the URL. */
export type ReadCustomer = { askedFor: string | null; customer: FoundCustomer | null }

/** Whose order it is: whom the URL names, as the finder or the server knows them. */
export function useChosenCustomer(customerId: string | null, read: ReadCustomer) {
  const [picked, setPicked] = useState<FoundCustomer | null>(null)
  const [search, setSearch] = useState('')
  const [moved, setMoved] = useState(false)
  const customer = [picked, read.customer].find((known) => known?.id === customerId) ?? null
  const missing = customerId !== null && customer === null
  const reading = missing && read.askedFor !== customerId
  const pick = (chosen: FoundCustomer | null) => {
    setPicked(chosen)
    setSearch('')
    setMoved(true)
  }
  return { customer, search, setSearch, moved, reading, notFound: missing && !reading, pick }
}
