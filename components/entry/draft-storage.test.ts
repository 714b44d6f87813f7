import { beforeEach, expect, it, vi } from 'vitest'
import { blankDraft, withSent } from '@/lib/entry/draft'
import { type DraftPlace, dropDraft, keepDraft, keptDraft, moveDraft } from './draft-storage'

const ORDER: DraftPlace = { kind: 'order', personId: 'p-1', about: null }
const OF_ASHA: DraftPlace = { ...ORDER, about: 'c-1' }
const draft = () => blankDraft(['name'])

/** As much of the browser's storage as is used: its names are its own keys. */
class TabStorage {
  [name: string]: unknown
  getItem(name: string) {
    return this[name] ?? null
  }
  setItem(name: string, text: string) {
    this[name] = text
  }
  removeItem(name: string) {
    delete this[name]
  }
}

beforeEach(() => void vi.stubGlobal('sessionStorage', new TabStorage()))

it('an order that was begun for a customer replaces no other', () => {
  const [one, other] = [draft(), draft()]
  keepDraft(ORDER, one)
  keepDraft(OF_ASHA, other)
  expect(keptDraft(ORDER)).toBe(JSON.stringify(one))
  expect(keptDraft(OF_ASHA)).toBe(JSON.stringify(other))
})

it('a draft that may be saved already is changed, and never replaced by another', () => {
  const sent = withSent(draft(), '{}')
  expect(keepDraft(ORDER, sent)).toBe(true)
  expect(keepDraft(ORDER, draft())).toBe(false)
  expect(keepDraft(ORDER, { ...sent, sent: [] })).toBe(true)
  expect(keepDraft(ORDER, draft())).toBe(true)
})

it('what was saved drops the draft of its key alone', () => {
  const [saved, begunSince] = [draft(), draft()]
  keepDraft(OF_ASHA, saved)
  keepDraft(ORDER, begunSince)
  dropDraft(saved.key)
  expect(keptDraft(OF_ASHA)).toBeNull()
  expect(keptDraft(ORDER)).toBe(JSON.stringify(begunSince))
})

it('drafts of somebody else in the tab are dropped', () => {
  keepDraft({ ...ORDER, personId: 'p-2' }, draft())
  expect(keptDraft(ORDER)).toBeNull()
  expect(keptDraft({ ...ORDER, personId: 'p-2' })).toBeNull()
})

it('a draft moves to another place, unless one is there that may be saved already', () => {
  const moved = draft()
  keepDraft(OF_ASHA, moved)
  expect(moveDraft(OF_ASHA, ORDER, moved)).toBe(true)
  expect([keptDraft(OF_ASHA), keptDraft(ORDER)]).toEqual([null, JSON.stringify(moved)])
  const sent = withSent(draft(), '{}')
  keepDraft(OF_ASHA, sent)
  expect(moveDraft(ORDER, OF_ASHA, moved)).toBe(false)
  expect([keptDraft(OF_ASHA), keptDraft(ORDER)]).toEqual([JSON.stringify(sent), JSON.stringify(moved)])
})

it('a draft in which nothing was typed yet takes the place of none', () => {
  keepDraft(ORDER, draft())
  const there = keptDraft(ORDER)
  expect(moveDraft(OF_ASHA, ORDER, draft())).toBe(false)
  expect(keptDraft(ORDER)).toBe(there)
})
