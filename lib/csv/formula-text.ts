const FORMULA = /^[=+\-@\t\r]/
const NEUTRALISED = /^'+[=+\-@\t\r]/

/**
 * A text as it is written for a spreadsheet: what would be read as a formula gets a leading apostrophe, and so does what
 * already looks neutralised, so that `restore` gives every text back. Numbers are not passed through here.
 */
export function neutralise(text: string): string {
  return FORMULA.test(text) || NEUTRALISED.test(text) ? `'${text}` : text
}

/** A text as a workbook has it, where no text is a formula: only what looks neutralised needs an apostrophe more. */
export function escapeNeutralised(text: string): string {
  return NEUTRALISED.test(text) ? `'${text}` : text
}

/** The text that either was given: takes one apostrophe off where it hides a formula; other apostrophes stay. */
export function restore(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text
}
