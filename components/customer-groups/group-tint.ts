import { GROUP_COLORS, type GroupColor } from '@/lib/group-colors'

const TINTS = {
  1: 'tint-1',
  2: 'tint-2',
  3: 'tint-3',
  4: 'tint-4',
  5: 'tint-5',
  6: 'tint-6',
  7: 'tint-7',
  8: 'tint-8',
} as const satisfies Record<GroupColor, string>

/** The class that gives a group its colour, by the colour's number; one that this version does not have is the first. */
export function groupTint(color: number): string {
  return TINTS[GROUP_COLORS.find((known) => known === color) ?? 1]
}
