import { rememberedQuery } from './kept-query'

/** Under which name a browser keeps what was chosen last on the groups page, and by whom. */
export const LAST_CHOICE_COOKIE = 'groups_choice'

const YEAR_SECONDS = 31_536_000

/** The cookie that keeps somebody's last choices, as a page sets it; without choices it is taken back. */
export function lastChoiceCookie(personId: string, search: string): string {
  const query = rememberedQuery(search)
  const age = query === '' ? 0 : YEAR_SECONDS
  const value = encodeURIComponent(`${personId}:${query}`)
  return `${LAST_CHOICE_COOKIE}=${value}; Path=/customer-groups; Max-Age=${age}; SameSite=Lax`
}

/** What a person chose last, as a query without its question mark; '' where nothing is known, or of somebody else alone. */
export function readLastChoice(value: string | undefined, personId: string | null): string {
  const mine = `${personId}:`
  return personId !== null && value?.startsWith(mine) ? rememberedQuery(value.slice(mine.length)) : ''
}

/** The groups page under a query; without one it says so, for without any choice the last ones would be shown. */
export function chosenHref(query: string): string {
  return `/customer-groups?${query === '' ? 'period=6months' : query}`
}
