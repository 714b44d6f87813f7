'use client'

import clsx from 'clsx'
import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'

const QUIET_MS = 250

type SearchFieldProps = {
  label: string
  placeholder: string
  maxLength: number
  /** What is searched for at present; the field follows when that changes otherwise. */
  value: string
  onSearch: (text: string) => void
  /** Where the field is part of a form that the browser itself may send. */
  name?: string
  className?: string
}

/** Asks once the typing has been quiet for a moment. */
export function SearchField({ label, value, onSearch, className, ...input }: SearchFieldProps) {
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
    <div className={clsx('relative min-w-0 print:hidden', className)}>
      <Search aria-hidden="true" className="pointer-events-none absolute top-3 left-3 size-4 text-ink-soft" />
      <input
        {...input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={label}
        className="h-10 w-full rounded-box border border-line bg-surface pr-3 pl-9 text-base transition-colors duration-150 placeholder:text-ink-soft hover:border-line-strong md:text-sm"
      />
    </div>
  )
}
