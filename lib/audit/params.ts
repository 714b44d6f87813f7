import { z } from 'zod'
import { AUDIT_ACTIONS } from './contract'

export const AUDIT_PAGE_SIZE = 50

/** What part of the audit log is asked for; days are local ones of the business, both included. */
export const auditParamsSchema = z.object({
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** A person's or key's id, or those who have none. */
  actor: z.union([z.uuid(), z.enum(['shell', 'unknown'])]).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The id of the last entry of the page before: the page goes on with older ones. */
  before: z.uuid().optional(),
})
export type AuditParams = z.infer<typeof auditParamsSchema>
