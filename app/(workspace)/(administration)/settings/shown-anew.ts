import { refresh } from 'next/cache'
import type { FormResult } from '@/lib/accounts/form-result'

/** The page below the form shows what there is now, also where somebody else was faster. */
export async function shownAnew(work: Promise<FormResult>): Promise<FormResult> {
  const result = await work
  refresh()
  return result
}
