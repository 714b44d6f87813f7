/** How long to wait before the next try, in milliseconds: doubled with each failure, and never the same for all. */
export function backoffMs(failures: number, { first, most }: { first: number; most: number }): number {
  const longest = Math.min(most, first * 2 ** Math.min(failures, 20))
  return longest * (0.5 + Math.random() / 2)
}
