import { z } from 'zod'

/** The channel of PostgreSQL on which each transaction that changes records tells of it. */
export const CHANGES_CHANNEL = 'changes'

/**
 * What was changed: ids and versions alone, for the reader asks again. `branch_ids` are the branches that it concerns;
 * null concerns everybody.
 */
export const changeSchema = z.object({
  kind: z.enum(['order', 'customer', 'import', 'settings']),
  act: z.enum(['created', 'changed']),
  id: z.uuid().nullable(),
  customer_id: z.uuid().nullable(),
  version: z.int().nullable(),
  branch_ids: z.array(z.uuid()).nullable(),
})
export type Change = z.infer<typeof changeSchema>
