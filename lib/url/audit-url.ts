import '@/lib/zod-without-eval'
import { type AuditParams, auditParamsSchema } from '@/lib/audit/params'
import type { NotUnderstood } from './groups-url'

/**
 * Reads the audit log's query leniently: what its contract does not take is passed over and named. A blank value, as
 * the filters' form sends it, asks for nothing.
 */
export function readAuditUrl(searchParams: URLSearchParams): { params: AuditParams; rubbish: NotUnderstood[] } {
  const asked = [...searchParams].filter(([, value]) => value !== '')
  const understood = asked.filter(([name, value], index) => {
    const isFirst = asked.findIndex(([other]) => other === name) === index
    return isFirst && name in auditParamsSchema.shape && auditParamsSchema.safeParse({ [name]: value }).success
  })
  return {
    params: auditParamsSchema.parse(Object.fromEntries(understood)),
    rubbish: asked.filter((pair) => !understood.includes(pair)).map(([name, value]) => ({ name, value })),
  }
}

/** The audit log with these filters, which are all that its URL holds. */
export function auditHref(params: AuditParams): string {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(given).toString()
  return query === '' ? '/audit' : `/audit?${query}`
}
