import { SEEDED_GROUPS } from '@/lib/definitions'

const TINTS = ['tint-1', 'tint-2', 'tint-3', 'tint-4', 'tint-5'] as const

/**
 * The class that gives a group its colour, by its key alone, so that it is the same wherever the group is shown. The
 * groups that a business adds share the five colours: names always stand beside them.
 */
export function groupTint(key: string): string {
  const seeded = SEEDED_GROUPS.findIndex((group) => group.key === key)
  const place = seeded >= 0 ? seeded : [...key].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  return TINTS[place % TINTS.length] ?? TINTS[0]
}
