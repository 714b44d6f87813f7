import { z } from 'zod'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { GROUP_COLORS } from '@/lib/group-colors'
import { line } from '@/lib/text-fields'

/** What the forms of the settings send, by the names of their fields. Messages are sentences for whoever filled them in. */

/** The key of a group or the code of a branch. */
export const key = z.string('Say which one.').max(63)

/** What the form was made from, as `version` of `lib/settings/shown.ts`: another one means that somebody was faster. */
export const seen = z.string('Open the page again.').max(200)

const name = line('the name', 60)

/** A box that is not ticked is not sent. */
export const ticked = z
  .literal('true')
  .optional()
  .transform((value) => value === 'true')

const color = z.string('Choose a colour.').transform((text, context) => {
  const found = GROUP_COLORS.find((number) => String(number) === text)
  if (found) return found
  context.addIssue({ code: 'custom', message: 'Choose a colour.' })
  return z.NEVER
})

export const newGroupSchema = z.object({ name, color, requires_organization: ticked })
export type NewGroup = z.infer<typeof newGroupSchema>

export const groupChangeSchema = newGroupSchema.extend({ key, seen })
export type GroupChange = z.infer<typeof groupChangeSchema>

export const newBranchSchema = z.object({ name })
export type NewBranch = z.infer<typeof newBranchSchema>

export const branchChangeSchema = newBranchSchema.extend({ key, seen })
export type BranchNameChange = z.infer<typeof branchChangeSchema>

/** Archives a group or a branch, or brings it back. */
export const archiveSchema = z.object({
  key,
  seen,
  archived: z.enum(['true', 'false']).transform((text) => text === 'true'),
})
export type Archive = z.infer<typeof archiveSchema>

export const WAYS = ['up', 'down'] as const

/** Takes a group or a branch past the neighbour `past`, as the list showed them. */
export const passSchema = z.object({ key, past: key, way: z.enum(WAYS) })
export type Pass = z.infer<typeof passSchema>

export const businessNameSchema = z.object({ name: line('the name of the business'), seen })
export type BusinessNameChange = z.infer<typeof businessNameSchema>

/** Which customers go where: all of a group, or those that a search finds or whose home a branch is. */
export const moveSchema = z.object({
  from: key,
  to: key,
  q: groupsParamsSchema.shape.q,
  branch: groupsParamsSchema.shape.branch,
})
export type Move = z.infer<typeof moveSchema>

/** The same, confirmed: `expected` is how many customers the preview has counted. */
export const confirmedMoveSchema = moveSchema.extend({
  expected: z
    .string()
    .regex(/^\d{1,9}$/, 'Open the page again.')
    .transform(Number),
})
export type ConfirmedMove = z.infer<typeof confirmedMoveSchema>

/**
 * What moving customers has done, as the page that follows is told: how many, by the keys of both groups. A link can be
 * invented: only a number that can be true is one.
 */
export const movedSchema = z.object({ moved: z.coerce.number().int().min(1).max(10_000_000), from: key, to: key })
export type Moved = z.infer<typeof movedSchema>
