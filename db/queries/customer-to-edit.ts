import { type SQL, sql } from 'drizzle-orm'
import { validate as isUuid } from 'uuid'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'
import type { CustomerToEdit } from '@/lib/customers/editing'
import { whole } from './row-values'
import { visibleBranchIds, withVisibleAmong } from './visible-records'

const text = z
  .string()
  .nullable()
  .transform((value) => value ?? '')

const editRow = z.object({
  id: z.uuid(),
  version: whole,
  group: z.object({ key: z.string(), name: z.string(), color: z.int(), requiresOrganization: z.boolean() }),
  home: z.object({ code: z.string(), name: z.string(), isElsewhere: z.boolean() }),
  texts: z.object({
    full_name: text,
    group: text,
    person_role: text,
    organization_name: text,
    tax_number: text,
    phone: text,
    email: text,
    address: text,
    branch: text,
  }),
})

/** Whether the home branch is none of the caller's, so that they can not change it. */
function isElsewhere({ branches: own }: Scope): SQL {
  return own === 'all' ? sql`false` : sql`${customers.homeBranchId} <> all(${sql.param([...own])}::uuid[])`
}

/** A customer to be edited; null where the caller may see no such customer, or it was merged or erased. */
export async function findCustomerToEdit(
  db: Pick<Database, 'execute'>,
  scope: Scope,
  id: string,
): Promise<CustomerToEdit | null> {
  if (!isUuid(id)) return null
  const visible = visibleBranchIds(scope)
  const { rows } = await db.execute(sql`
    ${withVisibleAmong(visible, sql`select ${id}::uuid as id`, [])}
    select ${customers.id}, ${customers.version},
      json_build_object('key', ${customerGroups.key}, 'name', ${customerGroups.name}, 'color', ${customerGroups.color},
        'requiresOrganization', ${customerGroups.requiresOrganization}) as "group",
      json_build_object('code', ${branches.code}, 'name', ${branches.name}, 'isElsewhere', ${isElsewhere(scope)}) as home,
      json_build_object('full_name', ${customers.fullName}, 'group', ${customerGroups.key},
        'person_role', ${customers.personRole}, 'organization_name', ${customers.organizationName},
        'tax_number', ${customers.taxNumber}, 'phone', ${customers.phone}, 'email', ${customers.email},
        'address', ${customers.address}, 'branch', case when ${customers.homeBranchExplicit} then ${branches.code} end) as texts
    from ${customers}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${customers.homeBranchId}
    where ${customers.id} = ${id} and ${customers.mergedIntoId} is null and ${customers.erasedAt} is null`)
  const [row] = z.array(editRow).parse(rows)
  return row ?? null
}
