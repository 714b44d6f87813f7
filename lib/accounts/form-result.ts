import type { FailedField } from '@/lib/failure'

/** Why a form was refused. `status` is the HTTP status that says so, for routes that answer with one. */
export type Refusal = {
  ok: false
  status: number
  /** A sentence that says what failed and what to do. */
  error: string
  fields: FailedField[]
  retryAfterSeconds?: number
}

/** What became of a form: done, with what it made, or refused with nothing changed. */
export type FormResult<Done = unknown> = ({ ok: true } & Done) | Refusal
