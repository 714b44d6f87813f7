import { RequestError } from '@/lib/failure'
import { foldName } from '@/lib/key-from-name'

/**
 * A name is taken by another group or branch that has it as its name or key: a file that names it means one of them.
 * @throws RequestError 409 `name_taken`.
 */
export function assertNameFree(rows: readonly { key: string; name: string }[], name: string, ownKey?: string): void {
  const wanted = foldName(name)
  const taken = rows.some((row) => row.key !== ownKey && (row.key === wanted || foldName(row.name) === wanted))
  if (!taken) return
  const message = 'This name is in use. Choose another one.'
  throw new RequestError(409, 'name_taken', message, [{ name: 'name', message }])
}

/** The answer to a change of what somebody else has changed since it was read. */
export function changedMeanwhile(): RequestError {
  return new RequestError(
    409,
    'changed_meanwhile',
    'Somebody else has changed this since you opened it, and nothing of yours was saved. The page now says what is recorded: look at it, then save again to replace it.',
  )
}

/** The answer to a change of the order in which rows are shown, where somebody else has changed it since it was read. */
export function orderChanged(): RequestError {
  return new RequestError(409, 'changed_meanwhile', 'Somebody else has changed the order. The list now shows theirs.')
}
