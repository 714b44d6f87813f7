import { redirect } from 'next/navigation'
import type { FormResult } from '@/lib/accounts/form-result'
import { nextPath } from '@/lib/url/next-path'

/** Leads whoever was just signed in on to what they asked for; a refusal is theirs to read. */
export async function enter(signedIn: Promise<FormResult>, next?: string): Promise<FormResult> {
  const result = await signedIn
  return result.ok ? redirect(nextPath(next)) : result
}
