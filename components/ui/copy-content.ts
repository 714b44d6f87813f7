import { copyText } from './copy-text'

/** What is put on the clipboard: a text, and where it is a table the same as HTML, which spreadsheets prefer. */
export type Content = { text: string; html?: string }

/** Puts content on the clipboard, and whether it is there; where a page may not bring HTML along, the text alone. */
export async function copyContent({ text, html }: Content): Promise<boolean> {
  if (html === undefined || !('ClipboardItem' in window)) return copyText(text)
  try {
    const parts = { 'text/plain': text, 'text/html': html }
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
    return true
  } catch {
    return copyText(text)
  }
}
