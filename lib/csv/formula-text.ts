const FORMULA = /^[=+\-@\t\r]/
const NEUTRALISED = /^'+[=+\-@\t\r]/

/**
 * A text as it is written for a spreadsheet: what would be read as a formula gets a leading apostrophe, and so does what
 * already looks neutralised, so that `restore` gives every text back. Numbers are not passed through here.
 */
export function neutralise(text: string): string {
  return FORMULA.test(text) || NEUTRALISED.test(text) ? `'${text}` : text
}

/** The text that `neutralise` was given: takes one apostrophe off where it hides a formula; other apostrophes stay. */
export function restore(text: string): string {
  return NEUTRALISED.test(text) ? text.slice(1) : text
}
