import type { Pass } from './contract'

/**
 * The rows with `key` and its neighbour `past` in each other's place; null where they are no neighbours that way, as when
 * somebody else has changed the order since.
 */
export function passNeighbour<Row extends { key: string }>(
  rows: readonly Row[],
  { key, past, way }: Pass,
): Row[] | null {
  const place = rows.findIndex((row) => row.key === key)
  const [first, second] = way === 'up' ? [place - 1, place] : [place, place + 1]
  const [one, other] = [rows[first], rows[second]]
  if (place < 0 || !one || !other || (way === 'up' ? one : other).key !== past) return null
  return [...rows.slice(0, first), other, one, ...rows.slice(second + 1)]
}
