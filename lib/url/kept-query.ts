import { groupsReaders, viewReaders } from '@/lib/customer-groups/param-readers'

/** A saved view is of the time when it is opened, and begins on the first page. */
const NEVER_KEPT = ['as_of', 'page']
const KEPT = Object.keys({ ...groupsReaders, ...viewReaders }).filter((name) => !NEVER_KEPT.includes(name))

/** What is remembered of the last choices: what the page shows, and not who of a group is looked at. */
const REMEMBERED = [
  ...['period', 'from', 'to', 'compare', 'activity', 'order_type', 'branch', 'group_by', 'group_at'],
  ...['sort', 'dir', 'page_size'],
]

/** The choices of the groups page that a saved view keeps, as a query without its question mark; '' where there are none. */
export function keptQuery(search: string): string {
  return only(KEPT, search)
}

/** The choices with which the page is opened again. */
export function rememberedQuery(search: string): string {
  return only(REMEMBERED, search)
}

/** The first value of each parameter that is named, as it stands: what it means is found out when it is read. */
function only(names: readonly string[], search: string): string {
  const asked = new URLSearchParams(search)
  const kept = new URLSearchParams()
  for (const name of names) {
    const value = asked.get(name)
    if (value !== null && value !== '') kept.set(name, value)
  }
  return kept.toString()
}
