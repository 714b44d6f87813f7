/** Every code of an error that a program can meet: its HTTP status, and when it is answered. */
export const FAILURES = {
  bad_parameters: [400, 'A parameter is unknown, repeated or has a value that is not taken; fields names each.'],
  bad_json: [400, 'The body is not JSON in UTF-8.'],
  bad_request: [400, 'Something in the body does not fit; fields names what, by paths such as order.amount.'],
  rows_refused: [
    400,
    'Rows of the files are wrong; fields names the first by file, line and column: orders.12.amount.',
  ],
  file_refused: [400, 'A file is no table, or has more than the limits allow.'],
  bad_idempotency_key: [400, 'The Idempotency-Key header is missing or malformed.'],
  unauthenticated: [401, 'There is no key, or it is not valid, has expired or was revoked.'],
  not_allowed: [403, 'The role of the key does not allow this.'],
  branch_not_allowed: [403, 'The branch exists, and is none of the key’s.'],
  beyond_your_branches: [403, 'This concerns the whole business: it needs a key of all branches.'],
  cross_site: [403, 'Another site had a browser send this by its cookie. A key never meets it.'],
  not_found: [404, 'There is no such record among those that the key may see.'],
  changed_meanwhile: [409, 'The version that was sent is not the present one: read the record again.'],
  not_in_this_state: [409, 'The order can not become this, or be changed, as it stands.'],
  erased: [409, 'The person was erased on request; nothing more is recorded of them.'],
  sample_workshop: [409, 'The database holds the sample workshop, and the request does not say that this is meant.'],
  too_large: [413, 'The body is too large: more than 256 kB, for an import more than 20 MB.'],
  not_json: [415, 'The Content-Type is not application/json.'],
  key_reused: [422, 'The Idempotency-Key was sent before, with another request.'],
  too_many_streams: [429, 'Too many streams are open: ask every 15 seconds instead.'],
  failed: [500, 'The server failed. Nothing was changed; request_id is in its log.'],
  busy: [503, 'Too many ask for this at once: try again after Retry-After seconds.'],
  stopping: [503, 'The server is about to stop: try again in a moment.'],
  unavailable: [503, 'The database can not be reached or is busy: try again after Retry-After seconds.'],
  not_set_up: [503, 'The business is not set up yet: start the application once.'],
  database_unavailable: [503, 'The database does not answer.'],
  schema_outdated: [503, 'The database has the schema of another version.'],
} as const satisfies Record<string, readonly [status: number, when: string]>

export type FailureCode = keyof typeof FAILURES

/** An error as it is told of: its code, its status and when it is answered. */
export type DescribedFailure = { code: FailureCode; status: number; when: string }

/** The errors of these codes, by status. */
export function describeFailures(codes: readonly FailureCode[]): DescribedFailure[] {
  const described = codes.map((code) => ({ code, status: FAILURES[code][0], when: FAILURES[code][1] }))
  return described.sort((a, b) => a.status - b.status)
}
