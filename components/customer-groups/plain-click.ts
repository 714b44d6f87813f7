import type { MouseEvent } from 'react'

/** Whether a click on a link is answered here; any other, as for a new tab, is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
}
