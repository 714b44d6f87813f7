import { refresh } from 'next/cache'
import type { FormResult } from '@/lib/accounts/form-result'

/** Does the work of a form; the page around it then shows what there is now, also where somebody else was faster. */
export async function shownAnew(work: Promise<FormResult>): Promise<FormResult> {
  const result = await work
  refresh()
  return result
}
