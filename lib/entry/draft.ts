import { v4 as uuidv4 } from 'uuid'
import { z } from 'zod'

/** More than any field takes, so that what is too long is told and not lost. */
const TEXT_LENGTH_CAP = 50_000
const SENT_CAP = 20

/**
 * What somebody has typed so far, as it is kept in their tab. `key` is the idempotency key of the record that it will
 * become; `sent` are the bodies sent under it whose answers may have been lost.
 */
export type Draft<Field extends string> = { key: string; sent: string[]; texts: Record<Field, string> }

/** Reads drafts of these fields; one of an older form of the page is no draft. */
function draftSchema<Field extends string>(fields: readonly Field[]) {
  return z.strictObject({
    key: z.uuid(),
    sent: z.array(z.string()).max(SENT_CAP),
    texts: z.record(z.enum(fields), z.string().max(TEXT_LENGTH_CAP)),
  })
}

/** A draft in which nothing is typed, or what is known already, under a key of its own. */
export function blankDraft<Field extends string>(
  fields: readonly Field[],
  known: Partial<Record<Field, string>> = {},
): Draft<Field> {
  return { key: uuidv4(), sent: [], texts: blankTexts(fields, known) }
}

/** The draft once a body was sent under its key. */
export function withSent<Field extends string>(draft: Draft<Field>, body: string): Draft<Field> {
  return { ...draft, sent: [...new Set([...draft.sent, body])].slice(-SENT_CAP) }
}

/** The draft once it is known that a body was not saved. */
export function withUnsaved<Field extends string>(draft: Draft<Field>, body: string): Draft<Field> {
  return { ...draft, sent: draft.sent.filter((each) => each !== body) }
}

/** The draft as another record: under a key of its own, with nothing sent yet. */
export function renewed<Field extends string>(draft: Draft<Field>): Draft<Field> {
  return { ...draft, key: uuidv4(), sent: [] }
}

/** Whether what was typed may be saved already: it was sent, and an answer was lost. */
export function maybeSaved({ sent }: Pick<Draft<string>, 'sent'>): boolean {
  return sent.length > 0
}

/** The draft that is kept as a text, or null where there is none that can be read. */
export function readDraft<Field extends string>(fields: readonly Field[], kept: string | null): Draft<Field> | null {
  if (kept === null) return null
  try {
    return draftSchema(fields).safeParse(JSON.parse(kept)).data ?? null
  } catch {
    return null
  }
}

/** Whether nothing was typed that `known` does not hold. */
export function isBlank<Field extends string>(
  { texts }: Pick<Draft<Field>, 'texts'>,
  fields: readonly Field[],
  known: Partial<Record<Field, string>> = {},
): boolean {
  return fields.every((field) => texts[field] === (known[field] ?? ''))
}

/** The texts of a draft in which nothing is typed. The cast names what the loop has filled: every field of the list. */
export function blankTexts<Field extends string>(
  fields: readonly Field[],
  known: Partial<Record<Field, string>>,
): Record<Field, string> {
  return Object.fromEntries(fields.map((field) => [field, known[field] ?? ''])) as Record<Field, string>
}
