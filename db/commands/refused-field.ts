import { RequestError } from '@/lib/failure'

/** RequestError 400 for one field whose value does not fit the records; the message is a sentence for whoever entered it. */
export function refusedField(name: string, message: string): RequestError {
  return new RequestError(400, 'bad_request', message, [{ name, message }])
}
