import { z } from 'zod'
import { whole } from '@/lib/figures'
import { IMPORT_JOB_STATES } from './job'

/** An import as the history tells of it: names of files and counts, and nothing of what the files held. */
export const pastImportSchema = z.object({
  id: z.uuid(),
  state: z.enum(IMPORT_JOB_STATES),
  at: z.union([z.date(), z.string()]).transform((at) => new Date(at).toISOString()),
  /** Who made it, if that is somebody. */
  by: z.string().nullable(),
  from: z.enum(['browser', 'command', 'program']),
  files: z.array(z.string()),
  counts: z.record(z.string(), z.number()).nullable(),
  error_count: whole,
})
export type PastImport = z.output<typeof pastImportSchema>
