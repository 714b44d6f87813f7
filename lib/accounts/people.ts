import type { Role } from '@/lib/roles'

/** A role with its branches, as lists of people, invitations and keys show it. Instants are ISO 8601 in UTC. */
export type ShownAccess = { role: Role; allBranches: boolean; branches: { code: string; name: string }[] }

/** Somebody with an account. */
export type Person = ShownAccess & {
  id: string
  name: string
  email: string
  createdAt: string
  disabledAt: string | null
  /** The latest use of a session that has not ended, to within minutes; null where there is none. */
  lastSeenAt: string | null
}

/** An invitation that nobody has accepted yet. */
export type OpenInvitation = ShownAccess & {
  id: string
  name: string
  email: string
  createdAt: string
  expiresAt: string
}

/** A one-time link, to be shown once, and whether it was also mailed to its holder. */
export type MadeLink = { link: string; mailed: boolean }

/** One of the caller's own sessions. */
export type OwnSession = {
  id: string
  createdAt: string
  lastSeenAt: string
  address: string | null
  userAgent: string | null
  isCurrent: boolean
}

/** A key as administrators see it: never the key itself. */
export type ApiKey = ShownAccess & {
  id: string
  name: string
  prefix: string
  createdAt: string
  expiresAt: string | null
  revokedAt: string | null
  /** To the hour. */
  lastUsedAt: string | null
}
