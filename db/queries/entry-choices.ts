import { asc, isNull } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { customerGroups } from '@/db/schema/reference'
import type { EntryChoices } from '@/lib/entry/choices'
import { listOpenBranches } from './branches'
import { getBusiness } from './business'

/** What can be chosen where something is entered: nothing that is archived, and no branch that the caller may not see. */
export async function getEntryChoices(db: Database, scope: Scope): Promise<EntryChoices> {
  const [groups, branches, { timeZone, currency, currencyDigits }] = await Promise.all([
    listGroups(db),
    listOpenBranches(db, scope),
    getBusiness(db),
  ])
  return {
    groups,
    branches,
    limited: scope.branches !== 'all',
    business: { timeZone, currency, currencyDigits },
  }
}

function listGroups(db: Database) {
  return db
    .select({
      key: customerGroups.key,
      name: customerGroups.name,
      color: customerGroups.color,
      requiresOrganization: customerGroups.requiresOrganization,
    })
    .from(customerGroups)
    .where(isNull(customerGroups.archivedAt))
    .orderBy(asc(customerGroups.position), asc(customerGroups.key))
}
