import { inspect } from 'node:util'
import { DrizzleQueryError } from 'drizzle-orm'
import pg from 'pg'

// Next prints every error of a page, and offers no way to stop it. Queries with their values, and the server's detail,
// hold names, phones and e-mails: whoever prints such an error gets its kind, its code and where it was thrown.
for (const kind of [DrizzleQueryError, pg.DatabaseError]) {
  // Configurable, for a server loads this module once for each of its bundles.
  Object.defineProperty(kind.prototype, inspect.custom, { value: printed, configurable: true })
}

function printed(this: Error): string {
  const code = 'code' in this ? ` ${this.code}` : ''
  const cause = this.cause === undefined ? '' : `\n  [cause]: ${inspect(this.cause)}`
  return `${this.constructor.name}${code}${frames(this)}${cause}`
}

/** The stack without the message that it begins with. */
function frames({ stack = '', message }: Error): string {
  const begin = stack.indexOf(message)
  return begin < 0 ? '' : stack.slice(begin + message.length)
}
