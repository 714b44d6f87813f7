import { type Moved, movedSchema } from '@/lib/settings/contract'

/** The page of the groups, which says what was moved. */
export function movedHref({ moved, from, to }: Moved): string {
  return `/settings/groups?${new URLSearchParams({ moved: String(moved), from, to })}`
}

/** What a link says was moved; null where it says nothing that can be read. */
export function readMoved(query: URLSearchParams): Moved | null {
  return movedSchema.safeParse(Object.fromEntries(query)).data ?? null
}
