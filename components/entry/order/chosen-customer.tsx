'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { groupTint } from '@/components/customer-groups/group-tint'
import { FoundCustomerLines } from '@/components/entry/found-customer-lines'
import { buttonStyle } from '@/components/ui/button-style'
import type { FoundCustomer } from '@/lib/customers/finding'

type ChosenCustomerProps = {
  customer: FoundCustomer
  /** Whether they were chosen just now: the text that held the focus is gone. */
  focused: boolean
  disabled: boolean
  onChange: () => void
}

/** Whose order it is, and the way to choose somebody else. */
export function ChosenCustomer({ customer, focused, disabled, onChange }: ChosenCustomerProps) {
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (focused) section.current?.focus()
  }, [focused])
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label="Customer"
      className={`${groupTint(customer.group.color)} flex flex-wrap items-start gap-3 rounded-box border border-l-(--tint) border-l-[3px] p-3 outline-none`}
    >
      <div className="min-w-0 flex-1 basis-56">
        <FoundCustomerLines customer={customer} />
      </div>
      <Link href={`/customers/${customer.id}`} prefetch={false} className={buttonStyle('quiet')}>
        Profile
      </Link>
      <button type="button" disabled={disabled} onClick={onChange} className={buttonStyle()}>
        Change
        <span className="sr-only"> the customer</span>
      </button>
    </section>
  )
}
