import { z } from 'zod'
import { AUDIT_ACTIONS } from './contract'

export const AUDIT_PAGE_SIZE = 50

/** A local day; PostgreSQL knows no year 0. */
const localDay = z.iso.date().refine((day) => day >= '0001-01-01')

/** What part of the audit log is asked for; days are local ones of the business, both included. */
export const auditParamsSchema = z.object({
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** A person's or key's id, or those who have none. */
  actor: z.union([z.uuid(), z.enum(['shell', 'unknown'])]).optional(),
  from: localDay.optional(),
  to: localDay.optional(),
  /** The id of the last entry of the page before: the page goes on with older ones. */
  before: z.uuid().optional(),
})
export type AuditParams = z.infer<typeof auditParamsSchema>
