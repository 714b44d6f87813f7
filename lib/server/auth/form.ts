import type { z } from 'zod'
import type { FormResult, Refusal } from '@/lib/accounts/form-result'
import { RequestError } from '@/lib/failure'

/**
 * Reads a form by its contract and does the work. What the contract or a RequestError refuses is told as a refusal;
 * whatever else fails is thrown on.
 */
export async function handleForm<S extends z.ZodType, Done extends object>(
  schema: S,
  input: unknown,
  work: (form: z.output<S>) => Promise<FormResult<Done>>,
): Promise<FormResult<Done>> {
  const parsed = schema.safeParse(input)
  if (!parsed.success) return refuse(400, 'Some of this is not right yet.', fieldsOf(parsed.error))
  try {
    return await work(parsed.data)
  } catch (error) {
    if (error instanceof RequestError) return refuse(error.status, error.message, error.fields)
    throw error
  }
}

/** A form whose work makes nothing that its page is told. */
export async function done(work: Promise<unknown>): Promise<FormResult> {
  await work
  return { ok: true }
}

/** A refusal of a form; one field's own message says more than the form's. */
export function refuse(status: number, error: string, fields: Refusal['fields'] = []): Refusal {
  return { ok: false, status, error, fields }
}

/** A refusal for one field. */
export function refuseField(name: string, message: string): Refusal {
  return refuse(400, message, [{ name, message }])
}

/** The first message for each field. */
function fieldsOf(error: z.ZodError): Refusal['fields'] {
  const byName = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const name = String(path[0] ?? '')
    if (!byName.has(name)) byName.set(name, message)
  }
  return [...byName].map(([name, message]) => ({ name, message }))
}
