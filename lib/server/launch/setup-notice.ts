import { createDatabase } from '@/db/client'
import { makeSetupLink } from '@/db/commands/setup'
import { SETUP_LINK_HOURS } from '@/lib/accounts/limits'
import { newLink } from '@/lib/server/auth/links'
import type { Address } from './address'
import type { OpenDatabase } from './open-database'

/** While nobody has an account: lines with a new one-time link that makes the first administrator. */
export async function setupNotice({ pool }: OpenDatabase, { url: origin }: Address): Promise<string> {
  const { url, kept } = newLink('setup', origin)
  if (!(await makeSetupLink(createDatabase(pool), kept))) return ''
  return `\n  Nobody has an account yet. This link makes the first administrator; it works once, within ${SETUP_LINK_HOURS} hours:\n  ${url}\n\n`
}
