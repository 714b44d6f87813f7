import { z } from 'zod'

export const ACTOR_KINDS = ['person', 'key', 'shell', 'unknown'] as const

/** Everything that is written to the audit log. */
export const AUDIT_ACTIONS = [
  'setup.completed',
  'sign_in.succeeded',
  'sign_in.failed',
  'sign_in.throttled',
  'sign_out',
  'session.ended',
  'password.changed',
  'password.reset',
  'person.invited',
  'person.joined',
  'person.changed',
  'person.disabled',
  'person.enabled',
  'person.removed',
  'link.made',
  'link.revoked',
  'key.created',
  'key.revoked',
  'export.started',
  'import.applied',
  'business.changed',
  'customer.registered',
  'customer.changed',
  'customer.moved',
  'customer.merged',
  'customer.merge_undone',
  'customer.erased',
  'order.created',
  'order.changed',
  'vehicle.added',
  'vehicle.changed',
  'note.added',
  'note.removed',
  'group.created',
  'group.changed',
  'branch.created',
  'branch.changed',
  'recency.changed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export const auditEntrySchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  actor_kind: z.enum(ACTOR_KINDS),
  actor_id: z.uuid().nullable(),
  /** The person's or key's present name; null where there is none any more. */
  actor_name: z.string().nullable(),
  action: z.string(),
  subject_kind: z.string().nullable(),
  subject_id: z.uuid().nullable(),
  subject_name: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  address: z.string().nullable(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>
