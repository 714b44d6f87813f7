import { type AuditParams, auditParamsSchema } from '@/lib/audit/params'
import { type ListUrl, listHref, readListUrl } from './list-url'

/** Reads any query of the audit log: what its contract does not take is passed over and named. Never throws. */
export function readAuditUrl(searchParams: URLSearchParams): ListUrl<AuditParams> {
  return readListUrl(auditParamsSchema, searchParams)
}

/** The audit log with these filters, which are all that its URL holds. */
export function auditHref(params: AuditParams): string {
  return listHref('/audit', auditParamsSchema, params)
}
