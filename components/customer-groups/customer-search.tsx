'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { SEARCH_LENGTH_LIMIT } from '@/lib/customer-groups/contract'

const QUIET_MS = 250

type CustomerSearchProps = { value: string; groupName: string; onSearch: (q: string) => void }

/** Asks once the typing has been quiet for a moment, or at Enter; follows the URL when that changes otherwise. */
export function CustomerSearch({ value, groupName, onSearch }: CustomerSearchProps) {
  const [text, setText] = useState(value)
  const asked = useRef(value)
  useEffect(() => {
    if (value === asked.current) return
    asked.current = value
    setText(value)
  }, [value])
  useEffect(() => {
    if (text.trim() === asked.current) return
    const timer = setTimeout(() => {
      asked.current = text.trim()
      onSearch(asked.current)
    }, QUIET_MS)
    return () => clearTimeout(timer)
  }, [text, onSearch])
  return (
    <div className="relative min-w-0 flex-1 basis-56 @xl:max-w-xs">
      <Search aria-hidden="true" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-soft" />
      <input
        type="search"
        value={text}
        maxLength={SEARCH_LENGTH_LIMIT}
        onChange={(event) => setText(event.target.value)}
        placeholder="Name, phone, plate …"
        aria-label={`Search the customers of ${groupName}`}
        className="h-10 w-full rounded-box border border-line bg-surface pr-3 pl-9 text-sm transition-colors duration-150 placeholder:text-ink-soft hover:border-line-strong"
      />
    </div>
  )
}
