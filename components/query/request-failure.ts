import type { FailedField } from '@/lib/failure'

/** A request that brought no answer: the message is a sentence for the reader, as the server gave it where it did. */
export class RequestFailure extends Error {
  /** `status` is 0 where no answer came at all; `requestId` finds the request in the server's log; `code` says which failure. */
  constructor(
    readonly status: number,
    message: string,
    readonly fields: FailedField[] = [],
    readonly requestId: string | null = null,
    readonly code: string | null = null,
  ) {
    super(message)
  }

  /** True where asking the same again is pointless. */
  get isRefusal(): boolean {
    return this.status >= 400 && this.status < 500
  }
}
