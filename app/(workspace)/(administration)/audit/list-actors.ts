import type { AuditActorChoice } from '@/components/accounts/audit-filters'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { listApiKeys } from '@/db/queries/api-keys'
import { listPeople } from '@/db/queries/people'

/** Everybody and everything by whom the log can be filtered. */
export async function listActors(db: Database, caller: Caller): Promise<AuditActorChoice[]> {
  const [people, keys] = await Promise.all([listPeople(db, caller), listApiKeys(db, caller)])
  return [
    { value: '', label: 'Anybody' },
    ...people.map(({ id, name }) => ({ value: id, label: name })),
    ...keys.map(({ id, name }) => ({ value: id, label: `Key ${name}` })),
    { value: 'shell', label: 'The server’s shell' },
    { value: 'unknown', label: 'Nobody signed in' },
  ]
}
