import { keptInvitation } from '@/db/commands/invitations'
import { findLink } from '@/db/queries/one-time-links'
import { INVITATION_DAYS, RESET_LINK_HOURS, SETUP_LINK_HOURS } from '@/lib/accounts/limits'
import { getDatabase } from '@/lib/server/database'
import { hashToken, newToken } from './secrets'

/** The pages that one-time links open, and for how many hours each link works. */
const LINKS = {
  setup: { path: '/setup', hours: SETUP_LINK_HOURS },
  invitation: { path: '/join', hours: INVITATION_DAYS * 24 },
  password_reset: { path: '/reset', hours: RESET_LINK_HOURS },
} as const

/** A new one-time link at this origin: its address, shown once, and what the database keeps of it. */
export function newLink(kind: keyof typeof LINKS, origin: string) {
  const token = newToken()
  const { path, hours } = LINKS[kind]
  return { url: `${origin}${path}?token=${token}`, kept: { tokenHash: hashToken(token), hours } }
}

/** Whom an invitation is for, for the page that it opens; null where the link does not work (any more). */
export async function readInvitation(
  token: string,
  db = getDatabase(),
): Promise<{ name: string; email: string } | null> {
  const link = await findLink(db, 'invitation', hashToken(token))
  if (!link) return null
  const { name, email } = keptInvitation.parse(link.invitation)
  return { name, email }
}

/** Whose password a link sets; null where the link does not work (any more). */
export async function readReset(token: string, db = getDatabase()): Promise<{ name: string; email: string } | null> {
  return (await findLink(db, 'password_reset', hashToken(token)))?.person ?? null
}
