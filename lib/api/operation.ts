import type { z } from 'zod'
import { may, type Permission } from '@/lib/roles'
import { type DescribedFailure, describeFailures, type FailureCode } from './failures'

/** What the operations are about, in the order in which they are told. */
export const SUBJECTS = ['Figures', 'Customers', 'Orders', 'Imports', 'Exports', 'Service'] as const
export type Subject = (typeof SUBJECTS)[number]

/** A contract, and the name under which the document has it. */
export type NamedSchema = { name: string; schema: z.ZodType }

/** A JSON answer, a file of one of the media types, or a stream of server-sent events. */
export type Answer =
  | ({ kind: 'json'; status: 200 | 201 } & NamedSchema)
  | { kind: 'file'; mediaTypes: readonly string[] }
  | ({ kind: 'events' } & NamedSchema)

/** What a program can ask for: the contracts are those that the route itself reads and answers by. */
export type Operation = {
  id: string
  method: 'GET' | 'POST' | 'PATCH'
  /** As its folder under `app` is named: `/api/customers/[id]`. */
  path: string
  subject: Subject
  summary: string
  /** What else whoever calls it should know. */
  notes: string
  /** What the caller has to be allowed; null is open to all. */
  permission: Permission | null
  query?: z.ZodType
  /** Words for parameters that mean something else here than `lib/api/parameter-words.ts` says. */
  parameterWords?: Readonly<Record<string, string>>
  body?: NamedSchema
  /** Whether it makes something, once for each `Idempotency-Key`. */
  isKeyed?: true
  answer: Answer
  /** Beside those that follow from what is sent. */
  failures: readonly FailureCode[]
  example: { query?: string; body?: unknown }
}

/** Every error that an operation can answer, by status. */
export function failuresOf({ permission, query, body, isKeyed, failures }: Operation): DescribedFailure[] {
  return describeFailures([
    ...(query ? (['bad_parameters', 'not_set_up'] as const) : []),
    ...(permission ? (['unauthenticated'] as const) : []),
    ...(permission && !may('viewer', permission) ? (['not_allowed'] as const) : []),
    ...(body ? (['bad_json', 'bad_request', 'cross_site', 'too_large', 'not_json'] as const) : []),
    ...(isKeyed ? (['bad_idempotency_key', 'key_reused'] as const) : []),
    ...failures,
    'failed',
    ...(permission ? (['unavailable'] as const) : []),
  ])
}
