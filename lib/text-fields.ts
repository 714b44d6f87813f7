import { z } from 'zod'

/** Texts that people enter, as every contract takes them. Messages are sentences for whoever typed them. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL refuses in a text.
const NUL = /\u0000/
/** Half of a character, which UTF-8 can not hold. */
const LONE_SURROGATE = /\p{Surrogate}/u

export const LINE_LENGTH_LIMIT = 200
export const TEXT_LENGTH_LIMIT = 10_000

const kept = (what: string, max: number) =>
  z
    .string(what)
    .trim()
    .max(max, `At most ${max} characters.`)
    .refine((text) => !NUL.test(text), 'This holds a character that can not be kept.')
    .refine((text) => !LONE_SURROGATE.test(text), 'This holds a character that can not be kept.')

/** One line that must be there; `what` completes "Say …". */
export const line = (what: string, max = LINE_LENGTH_LIMIT) =>
  kept(`Say ${what}.`, max)
    .min(1, `Say ${what}.`)
    .overwrite((text) => text.replaceAll(/\s+/g, ' '))

/** One line or nothing: a blank one and a missing one are null. */
export const optionalLine = (max = LINE_LENGTH_LIMIT) =>
  kept('This is not a text.', max)
    .transform((text) => text.replaceAll(/\s+/g, ' ') || null)
    .nullable()
    .default(null)

/** Several lines or nothing. */
export const optionalText = (max = TEXT_LENGTH_LIMIT) =>
  kept('This is not a text.', max)
    .transform((text) => text.replaceAll('\r\n', '\n') || null)
    .nullable()
    .default(null)

/** An e-mail address in lower case, or nothing. */
export const optionalEmail = z
  .union([
    z.null(),
    z
      .string()
      .trim()
      .toLowerCase()
      .max(254, 'This is too long for an e-mail address.')
      .pipe(z.union([z.literal('').transform(() => null), z.email('This is not an e-mail address.')])),
  ])
  .default(null)

/** The code of something that is recorded, as of a branch; whether there is such a thing is for the records to say. */
export const code = (message: string) =>
  z
    .string(message)
    .max(63, message)
    .refine((text) => !NUL.test(text), message)

/** A local day, as 2026-03-31. */
export const localDay = z.iso.date('Give a day, as 2026-03-31.')
