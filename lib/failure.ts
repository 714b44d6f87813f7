import type { Failure } from './failure-contract'

export type FailedField = Failure['fields'][number]

/** The request can not be served as it stands; `status` is the HTTP status that says so. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly fields: FailedField[] = [],
  ) {
    super(message)
  }
}
