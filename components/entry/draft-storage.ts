'use client'

import { z } from 'zod'
import { DRAFT_PREFIX, dropDrafts, quietly } from './drop-drafts'

/** What is being entered, by whom; `about` is the customer whose order it is, where it was begun for one. */
export type DraftPlace = { kind: 'registration' | 'order'; personId: string; about: string | null }

/** As much of a draft as every kind has. */
const keySchema = z.object({ key: z.string(), sent: z.array(z.string()) })
type KeyedDraft = z.infer<typeof keySchema>

/** The name under which a draft is kept: drafts are of the tab and of the person, never of the machine. */
function draftName({ kind, personId, about }: DraftPlace): string {
  return `${DRAFT_PREFIX}${personId}:${about === null ? kind : `${kind}:${about}`}`
}

/** The kept text, or null; drafts of anybody else in this tab are dropped. */
export function keptDraft(place: DraftPlace): string | null {
  dropDrafts((name) => !name.startsWith(`${DRAFT_PREFIX}${place.personId}:`))
  return quietly(() => sessionStorage.getItem(draftName(place)))
}

/**
 * Keeps a draft, and says whether it did. One that may be saved already is not replaced by another: its key is the way
 * back to what was saved. Where the browser keeps nothing, what is typed lasts as long as the page.
 */
export function keepDraft(place: DraftPlace, draft: KeyedDraft): boolean {
  const name = draftName(place)
  const there = draftAt(name)
  if (there && there.key !== draft.key && there.sent.length > 0) return false
  return quietly(() => sessionStorage.setItem(name, JSON.stringify(draft))) !== null
}

/**
 * Keeps a draft in another place, and says whether it did: not where one is that may be saved already. One in which
 * nothing was typed yet, and which is kept nowhere, takes the place of none.
 */
export function moveDraft(from: DraftPlace, to: DraftPlace, draft: KeyedDraft): boolean {
  if (keptDraft(from) === null) return keptDraft(to) === null
  dropDraft(draft.key)
  if (keepDraft(to, draft)) return true
  keepDraft(from, draft)
  return false
}

/** Drops the draft that has a key, wherever it is kept, and no other. */
export function dropDraft(key: string): void {
  dropDrafts((name) => draftAt(name)?.key === key)
}

/** What is kept under a name, or null where that is no draft. */
function draftAt(name: string): KeyedDraft | null {
  return quietly(() => keySchema.parse(JSON.parse(sessionStorage.getItem(name) ?? 'null')))
}
