/** What a person or a key may be. Each role may do all that the one before it may. */
export const ROLES = ['viewer', 'clerk', 'manager', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** The least role for each thing that can be done. A route names one of these; nothing else compares roles. */
export const LEAST_ROLE = {
  /** Figures, lists, profiles and live events. */
  read: 'viewer',
  /** Register customers and take orders. */
  enter: 'clerk',
  export: 'manager',
  import: 'manager',
  /** Edit and cancel what was entered. */
  edit: 'manager',
  /** People, keys, branches, groups, settings and the audit log. */
  administer: 'admin',
} as const satisfies Record<string, Role>
export type Permission = keyof typeof LEAST_ROLE

/** Whether a role may do something. */
export function may(role: Role, permission: Permission): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(LEAST_ROLE[permission])
}
