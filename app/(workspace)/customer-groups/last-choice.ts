import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Caller } from '@/db/access'
import { chosenHref, LAST_CHOICE_COOKIE, readLastChoice } from '@/lib/url/last-choice'

/** Leads whoever asks for nothing in particular to what they chose last; what a URL asks for always holds. */
export async function leadToLastChoice(caller: Caller, asked: URLSearchParams): Promise<void> {
  if (asked.size > 0) return
  const last = readLastChoice((await cookies()).get(LAST_CHOICE_COOKIE)?.value, caller.id)
  if (last !== '') redirect(chosenHref(last))
}
