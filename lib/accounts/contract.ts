import { z } from 'zod'
import { COUNTRIES } from '@/lib/country'
import { isCurrency } from '@/lib/currency'
import { ROLES } from '@/lib/roles'
import { code } from '@/lib/text-fields'
import { PASSWORD_MAX, PASSWORD_MIN, TYPED_PASSWORD_MAX } from './limits'

/**
 * What the forms of accounts send, by the names of their fields: texts as they were typed. Messages are sentences for
 * whoever typed them.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what PostgreSQL refuses in a text.
const NUL = /\u0000/

const line = (what: string, max = 200) =>
  z
    .string(`Say ${what}.`)
    .trim()
    .min(1, `Say ${what}.`)
    .max(max, `At most ${max} characters.`)
    .refine((text) => !NUL.test(text), 'This holds a character that can not be kept.')

const token = z.string().max(200)
const emailSchema = z
  .string('Give an e-mail address.')
  .trim()
  .toLowerCase()
  .max(254, 'This is too long for an e-mail address.')
  .pipe(z.email('This is not an e-mail address.'))

/** Counted in characters, not in UTF-16 units; `password-rules.ts` says which of these are refused as too common. */
const newPassword = z
  .string('Choose a password.')
  .refine((text) => [...text.normalize('NFKC')].length >= PASSWORD_MIN, `Use ${PASSWORD_MIN} characters or more.`)
  .refine((text) => [...text.normalize('NFKC')].length <= PASSWORD_MAX, `Use at most ${PASSWORD_MAX} characters.`)
  .refine((text) => !NUL.test(text), 'This holds a character that can not be kept.')

/** A password that was chosen before: whether it is right is told by its hash alone. */
const presentPassword = z
  .string('Give your password.')
  .min(1, 'Give your password.')
  .max(TYPED_PASSWORD_MAX, 'This is not right.')

const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])

/** A role and the branches, by their codes, that it is for. */
const access = {
  role: z.enum(ROLES, 'Choose a role.'),
  all_branches: flag,
  branches: z.array(code('Choose branches of the list.')).max(1000).default([]),
}
const hasBranches = ({ all_branches, branches }: { all_branches: boolean; branches: string[] }) =>
  all_branches || branches.length > 0
const noBranch = { path: ['branches'], message: 'Choose at least one branch.' }

export const accessSchema = z.object(access).refine(hasBranches, noBranch)
export type Access = z.infer<typeof accessSchema>

export const signInSchema = z.object({ email: emailSchema, password: presentPassword })

export const setupSchema = z.object({
  token,
  name: line('your name'),
  email: emailSchema,
  password: newPassword,
  business_name: line('the name of the business').optional(),
  time_zone: line('the time zone').optional(),
  currency: z.string().refine(isCurrency, 'Choose a currency.').optional(),
  country: z
    .string()
    .refine((code) => COUNTRIES.has(code), 'Choose a country.')
    .optional(),
  /** The names of the branches, the main one first. */
  branches: z.array(line('the name of the branch', 100)).max(100, 'At most 100 branches.').optional(),
})
export type Setup = z.infer<typeof setupSchema>

export const joinSchema = z.object({ token, name: line('your name'), password: newPassword })
export const resetSchema = z.object({ token, password: newPassword })
export const changePasswordSchema = z.object({ current_password: presentPassword, new_password: newPassword })
export const ownNameSchema = z.object({ name: line('your name') })

export const invitationSchema = z
  .object({ name: line('the name'), email: emailSchema, ...access })
  .refine(hasBranches, noBranch)
export type Invitation = z.infer<typeof invitationSchema>

const days = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)])

/** A key for a program; without `days` it does not expire. */
export const apiKeySchema = z
  .object({
    name: line('what the key is for', 100),
    ...access,
    days: z
      .union([z.null(), z.literal('').transform(() => null), days.pipe(z.int().min(1).max(3650))], {
        error: 'A number of days from 1 to 3650.',
      })
      .default(null),
  })
  .refine(hasBranches, noBranch)
export type ApiKeyRequest = z.infer<typeof apiKeySchema>
