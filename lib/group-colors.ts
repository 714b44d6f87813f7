/** The colours that a group can have, by their number from 1, as `customer_groups.color` keeps it. */
export const GROUP_COLOR_WORDS = {
  1: 'Blue',
  2: 'Orange',
  3: 'Green',
  4: 'Purple',
  5: 'Grey',
  6: 'Indigo',
  7: 'Red',
  8: 'Brown',
} as const
export type GroupColor = keyof typeof GROUP_COLOR_WORDS

/** The same in the order in which they are offered. */
export const GROUP_COLORS = [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly GroupColor[]
