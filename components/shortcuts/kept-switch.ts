const NAME = 'keyboard shortcuts'

/** Whether this browser's reader wants single keys to do something: somebody who speaks to their machine may not. */
export function shortcutsAreOn(): boolean {
  try {
    return localStorage.getItem(NAME) !== 'off'
  } catch {
    return true
  }
}

/** Keeps the choice in this browser; one that keeps nothing has them on. */
export function switchShortcuts(on: boolean): void {
  try {
    if (on) localStorage.removeItem(NAME)
    else localStorage.setItem(NAME, 'off')
  } catch {
    return
  }
}
