const keyOf = (list: string) => `columns of ${list}`

/** The columns of a list that this browser keeps, as they were chosen last; null where none or others than `known` are. */
export function keptColumns(list: string, known: readonly string[]): string[] | null {
  try {
    const kept = localStorage.getItem(keyOf(list))?.split(',')
    return kept?.every((name) => known.includes(name)) ? kept : null
  } catch {
    return null
  }
}

/** Keeps names of columns and nothing else; null forgets them. A browser that keeps nothing still shows what was chosen. */
export function keepColumns(list: string, columns: readonly string[] | null): void {
  try {
    if (columns === null) localStorage.removeItem(keyOf(list))
    else localStorage.setItem(keyOf(list), columns.join())
  } catch {
    return
  }
}
