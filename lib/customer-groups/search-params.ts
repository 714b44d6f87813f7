import type { z } from 'zod'
import { type FailedField, RequestError } from '@/lib/failure'

/**
 * Query parameters as a contract reads them. Throws RequestError 400 naming each parameter that is unknown, repeated or
 * has a value that the contract does not take.
 */
export function parseSearchParams<S extends z.ZodType>(searchParams: URLSearchParams, schema: S): z.output<S> {
  const names = [...searchParams.keys()]
  const repeated = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
  if (repeated.length > 0) throw refused(repeated.map((name) => ({ name, message: 'is given more than once' })))
  const parsed = schema.safeParse(Object.fromEntries(searchParams))
  if (!parsed.success) throw refused(parsed.error.issues.flatMap(toFields))
  return parsed.data
}

/** RequestError 400 for one parameter whose value the records do not know. */
export function refusedParameter(name: string, message: string): RequestError {
  return refused([{ name, message }])
}

function refused(fields: FailedField[]): RequestError {
  const words = fields.map((field) => `${field.name} ${field.message}`).join('; ')
  return new RequestError(400, 'bad_parameters', `The request can not be read: ${words}.`, fields)
}

function toFields(issue: z.core.$ZodIssue): FailedField[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({ name: printable(name), message: 'is not a parameter' }))
  return [{ name: issue.path.map(String).join('.'), message: sayWhatIsTaken(issue) }]
}

function sayWhatIsTaken(issue: z.core.$ZodIssue): string {
  return issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message
}

/** A name that came from outside, short and without control characters. */
function printable(name: string): string {
  return name.replaceAll(/\p{Cc}/gu, '?').slice(0, 60)
}
