export const SEPARATORS = [',', ';', '\t'] as const
export type Separator = (typeof SEPARATORS)[number]

/** The separator of a file from the text it begins with: the one that its first line with text has most, outside quotes. */
export function detectSeparator(start: string): Separator {
  const counts = new Map<string, number>(SEPARATORS.map((separator) => [separator, 0]))
  let quoted = false
  for (const character of start.trimStart()) {
    if (character === '"') quoted = !quoted
    if (quoted) continue
    if (character === '\n' || character === '\r') break
    counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const most = Math.max(...SEPARATORS.map((separator) => counts.get(separator) ?? 0))
  return SEPARATORS.find((separator) => counts.get(separator) === most) ?? ','
}
