import { may, type Role } from './roles'

/** What can be done by a key; pages offer what they have, and the others do nothing there. */
export const SHORTCUTS = [
  { keys: ['g', 'u'], does: 'Customer groups', goes: '/customer-groups' },
  { keys: ['g', 'c'], does: 'Customers', goes: '/customers' },
  { keys: ['g', 'o'], does: 'Orders', goes: '/orders' },
  { keys: ['n'], does: 'New order', goes: '/orders/new', needs: 'enter' },
  { keys: ['/'], does: 'Search', act: 'search' },
  { keys: ['r'], does: 'Refresh the figures', act: 'refresh' },
  { keys: ['e'], does: 'Export', act: 'export' },
  { keys: ['['], does: 'Previous period of the list', act: 'previous period' },
  { keys: [']'], does: 'Next period of the list', act: 'next period' },
  { keys: ['?'], does: 'These shortcuts', act: 'help' },
] as const satisfies readonly Shortcut[]

type Shortcut = {
  keys: readonly [string] | readonly [string, string]
  /** In words, as the help sheet has it. */
  does: string
  goes?: string
  act?: string
  needs?: 'enter'
}
export type ShortcutAct = Extract<(typeof SHORTCUTS)[number], { act: string }>['act']
export type KnownShortcut = (typeof SHORTCUTS)[number]

/** What came of a key: a shortcut, the first key of some, or nothing. */
export type Pressed = { found: KnownShortcut } | { begun: string } | null

/** Reads a key, and the one pressed just before where that began a shortcut. */
export function readShortcut(key: string, begun: string | null): Pressed {
  const pressed = begun === null ? [key] : [begun, key]
  const found = SHORTCUTS.find(({ keys }) => keys.join(' ') === pressed.join(' '))
  if (found) return { found }
  if (begun !== null) return readShortcut(key, null)
  return SHORTCUTS.some(({ keys }) => keys.length > 1 && keys[0] === key) ? { begun: key } : null
}

/** Whether a role may do what a shortcut does. */
export function isAllowed(shortcut: KnownShortcut, role: Role): boolean {
  return !('needs' in shortcut) || may(role, shortcut.needs)
}
