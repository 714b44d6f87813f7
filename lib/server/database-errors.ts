/** A connection that failed or was lost, a server that starts, stops or is full, a wait that reached its end, a deadlock. */
const UNAVAILABLE =
  /^(08...|57P0[1-5]|57014|53...|55P03|25P0[34]|40P01|40001|ECONN\w+|EPIPE|ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/

/** The driver gives these losses no code. */
const LOST =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether the database can not answer now, so that the same request may succeed later. */
export function isUnavailable(error: unknown): boolean {
  const code = findCode(error)
  if (code !== undefined) return UNAVAILABLE.test(code)
  return chain(error).some(({ message }) => LOST.test(message))
}

/** What the log says of an error: its kind and code alone, for its message may hold a name, a phone or an e-mail. */
export function describeError(error: unknown): { error: string; code: string | undefined } {
  return { error: error instanceof Error ? error.constructor.name : typeof error, code: findCode(error) }
}

/** The SQLSTATE or system code of an error or of its causes. */
export function findCode(error: unknown): string | undefined {
  for (const link of chain(error)) if ('code' in link && typeof link.code === 'string') return link.code
  return undefined
}

/** An error with its causes, outermost first; of several at once (a host with two addresses) the first. */
function chain(error: unknown): Error[] {
  if (!(error instanceof Error)) return []
  return [error, ...chain(error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined))]
}
