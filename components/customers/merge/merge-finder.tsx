'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { CustomerFinder } from '@/components/entry/finder/customer-finder'

/** Chooses the customer that goes into this one, and shows what would become of both. */
export function MergeFinder({ keepId }: { keepId: string }) {
  const router = useRouter()
  const [text, setText] = useState('')
  const [isSame, setIsSame] = useState(false)
  const [pending, startTransition] = useTransition()
  return (
    <div aria-busy={pending}>
      <CustomerFinder
        focused={false}
        text={text}
        onText={(typed) => {
          setText(typed)
          setIsSame(false)
        }}
        error={isSame ? 'This is the customer itself: choose another one.' : null}
        onChoose={({ id, full_name }) => {
          setText(full_name)
          setIsSame(id === keepId)
          if (id !== keepId) startTransition(() => router.push(`/customers/${keepId}/merge?with=${id}`))
        }}
      />
      <p role="status" className="sr-only">
        {pending && 'Working out what the merge would change'}
      </p>
    </div>
  )
}
