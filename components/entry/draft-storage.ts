'use client'

const PREFIX = 'entry-draft:'

/** What is being entered: each is one draft in the tab. */
export type DraftKind = 'registration' | 'order'

/** The name under which a person's draft is kept: drafts are of the tab and of the person, never of the machine. */
export function draftName(kind: DraftKind, personId: string): string {
  return `${PREFIX}${personId}:${kind}`
}

/** The kept text, or null; drafts of anybody else in this tab are dropped. */
export function keptDraft(kind: DraftKind, personId: string): string | null {
  dropDrafts((name) => !name.startsWith(`${PREFIX}${personId}:`))
  return quietly(() => sessionStorage.getItem(draftName(kind, personId)))
}

/** Keeps a draft, or drops it at null. Where the browser keeps nothing, what is typed lasts as long as the page. */
export function keepDraft(kind: DraftKind, personId: string, text: string | null): void {
  const name = draftName(kind, personId)
  quietly(() => (text === null ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, text)))
}

/** Drops every draft of this tab, or those of certain names. */
export function dropDrafts(which: (name: string) => boolean = () => true): void {
  quietly(() => {
    const names = Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX) && which(name))
    for (const name of names) sessionStorage.removeItem(name)
  })
}

/** Storage throws where it is full or switched off. */
function quietly<Result>(use: () => Result): Result | null {
  try {
    return use()
  } catch {
    return null
  }
}
