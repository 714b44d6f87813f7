'use client'

import { useEffect, useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import type { FormState } from '@/lib/form-state'

/** What tells the server that a form is sent again, after its answer was lost; another one once the form is done. */
export function SendingId({ state }: { state: FormState }) {
  const [id, setId] = useState('')
  useEffect(() => {
    setId((before) => (state.status === 'refused' && before !== '' ? before : uuidv7()))
  }, [state])
  return <input type="hidden" name="sending" value={id} />
}
