import type { FailedField } from './failure'

/**
 * What became of a form that was sent: nothing yet, a refusal, or what was done. `kept` is what stood in the form but
 * for its secrets, so that nobody types it twice where the page is made anew.
 */
export type FormState<Done = unknown> =
  | { status: 'blank' }
  | { status: 'refused'; error: string; fields: FailedField[]; kept: KeptValues }
  | { status: 'done'; done: Done }

export type KeptValues = Readonly<Record<string, readonly string[]>>

/** Takes what was done or refused so far and what the form holds; runs on the server. */
export type FormAction<Done = unknown> = (state: FormState<Done>, form: FormData) => Promise<FormState<Done>>

/** Every text of a field of a form, as its contract parses it: never a file. */
export function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string')
}

/** The texts of a form by the names of their fields, as its contract parses them. */
export function formTexts(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'))
}

/** What stands in the named fields, to be shown again; a secret is never among them. */
export function keepValues(form: FormData, names: readonly string[]): KeptValues {
  return Object.fromEntries(names.map((name) => [name, textsOf(form, name)]))
}

/** What is wrong with a field, or null. */
export function fieldError(state: FormState, name: string): string | null {
  return state.status === 'refused' ? (state.fields.find((field) => field.name === name)?.message ?? null) : null
}

/** What stood in a field when the form was refused. */
export function keptValue(state: FormState, name: string): string | undefined {
  return keptValues(state, name)?.[0]
}

/** What stood in a field that may be there more than once, when the form was refused. */
export function keptValues(state: FormState, name: string): readonly string[] | undefined {
  return state.status === 'refused' ? state.kept[name] : undefined
}
