import type { z } from 'zod'
import type { FailedField } from '@/lib/failure'

/** Fields whose contract is a number: what is typed there is told in one sentence, whatever is wrong with it. */
const NUMBERS: Readonly<Record<string, string>> = {
  year: 'Give the year, as 2019.',
  odometer_km: 'Give the kilometres in digits, as 84000.',
  quantity: 'Give how many, from 1.',
}

/** What a contract says against a body: the fields by their paths, as `order.details.item`, each with one sentence. */
export function problemsOf(error: z.ZodError | undefined): FailedField[] {
  return (error?.issues ?? []).map(({ path, message }) => ({
    name: path.map(String).join('.'),
    message: NUMBERS[String(path.at(-1))] ?? message,
  }))
}

/** The first sentence for each field, in their order. */
export function firstOfEach(problems: readonly FailedField[]): FailedField[] {
  return problems.filter(({ name }, place) => problems.findIndex((other) => other.name === name) === place)
}

/** A text of digits as the number that it is; any other text as it stands, for the contract to refuse; nothing as null. */
export function numberOrText(text: string): number | string | null {
  const typed = text.trim()
  if (typed === '') return null
  return /^\d{1,15}$/.test(typed) ? Number(typed) : typed
}
