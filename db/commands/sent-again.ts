import { v5 as uuidOf } from 'uuid'
import { RequestError } from '@/lib/failure'

/**
 * The id of the record that a form makes: the same for each sending of the same form, and never that of another
 * customer's record, whatever was sent. Both are uuids.
 */
export function recordId(customerId: string, sending: string): string {
  return uuidOf(sending.toLowerCase(), customerId)
}

/** What was sent first was saved, and something else is sent as the same: the reader looks before it becomes two. */
export function savedBefore(): RequestError {
  return new RequestError(
    409,
    'saved_before',
    'What was sent before was saved, and is shown as it is now. Reload the page before you add another.',
  )
}
