'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { RequestFailure } from '@/components/query/request-failure'
import type { FailedField } from '@/lib/failure'
import type { Order } from '@/lib/orders/contract'
import { orderOptions, type SentChange, sendChange } from './order-query'

/** A change that somebody else was faster than, with the order as it is now. */
export type OrderConflict = { change: SentChange; present: Order }

/**
 * The order as it is now, and the one way to change it. A change of an older version becomes a conflict, which waits for
 * the reader; whatever else is refused is a failure. `onChange` is called before a change is sent.
 */
export function useOrder(opened: Order, onChange: () => void) {
  const queryClient = useQueryClient()
  const options = orderOptions(opened)
  const { data: order, refetch } = useQuery(options)
  const [conflict, setConflict] = useState<OrderConflict | null>(null)
  const { mutateAsync, isPending, error, reset, isSuccess } = useMutation({
    networkMode: 'always',
    onMutate: onChange,
    mutationFn: (change: SentChange) => sendChange(order, change),
    onSuccess: (present) => {
      setConflict(null)
      queryClient.setQueryData(options.queryKey, present)
    },
    onError: async (failure, change) => {
      // Nobody knows what became of it: the page shows the order as it is now.
      if (!isRefusal(failure)) void refetch()
      if (!wasChangedMeanwhile(failure)) return
      const { data: present } = await refetch()
      if (present) setConflict({ change, present })
    },
  })
  /** Resolves to whether it was saved; a failure is shown by this hook's owner. */
  const change = (asked: SentChange): Promise<boolean> =>
    mutateAsync(asked).then(
      () => true,
      () => false,
    )
  const takeTheirs = () => {
    setConflict(null)
    reset()
  }
  const failure = error && !wasChangedMeanwhile(error) ? error : null
  return { order, conflict, change, takeTheirs, failure, pending: isPending, saved: isSuccess, reset }
}

export type OrderState = ReturnType<typeof useOrder>

/** What is wrong with the fields of a change, by their names in the form. */
export function fieldsOf(failure: Error | null): FailedField[] {
  if (!(failure instanceof RequestFailure)) return []
  return failure.fields.map(({ name, message }) => ({ name: name.replace(/^changes\./, ''), message }))
}

function isRefusal(failure: Error): boolean {
  return failure instanceof RequestFailure && failure.isRefusal
}

function wasChangedMeanwhile(failure: Error): boolean {
  return failure instanceof RequestFailure && failure.code === 'changed_meanwhile'
}
