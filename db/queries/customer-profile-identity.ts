import { type SQL, sql } from 'drizzle-orm'
import { customerGroupMemberships, customers, notes, vehicles } from '@/db/schema/customers'
import { branches, customerGroups } from '@/db/schema/reference'

/** Who a customer is, as one JSON object; no row where there is no such customer for this caller. */
export function customerOf(id: string): SQL {
  return sql`
    select json_build_object(
      'id', ${customers.id}, 'external_id', ${customers.externalId}, 'full_name', ${customers.fullName},
      'organization_name', ${customers.organizationName}, 'phone', ${customers.phone}, 'email', ${customers.email},
      'address', ${customers.address}, 'tax_number', ${customers.taxNumber}, 'person_role', ${customers.personRole},
      'group', json_build_object('key', ${customerGroups.key}, 'name', ${customerGroups.name}, 'color', ${customerGroups.color}),
      'home_branch', json_build_object('code', ${branches.code}, 'name', ${branches.name}),
      'registered_at', ${customers.registeredAt}, 'erased_at', ${customers.erasedAt}, 'version', ${customers.version},
      'memberships', (${memberships()}), 'vehicles', (${vehiclesOf()}), 'notes', (${notesOf()}))
    from ${customers}
    join ${customerGroups} on ${customerGroups.id} = ${customers.groupId}
    join ${branches} on ${branches.id} = ${customers.homeBranchId}
    where ${customers.id} = ${id} and ${customers.mergedIntoId} is null`
}

function memberships(): SQL {
  const m = customerGroupMemberships
  return sql`
    select coalesce(json_agg(json_build_object('key', g.key, 'name', g.name,
      'since', nullif(${m.validFrom}, '-infinity'), 'until', ${m.validTo}) order by ${m.validFrom}), '[]')
    from ${m} join ${customerGroups} as g on g.id = ${m.groupId} where ${m.customerId} = ${customers.id}`
}

/** In the order in which they were entered; those that the customer no longer has come last. */
function vehiclesOf(): SQL {
  return sql`
    select coalesce(json_agg(json_build_object('id', ${vehicles.id}, 'plate', ${vehicles.plate}, 'make', ${vehicles.make},
      'model', ${vehicles.model}, 'year', ${vehicles.year}, 'retired_at', ${vehicles.retiredAt}, 'version', ${vehicles.version})
      order by ${vehicles.retiredAt} is not null, ${vehicles.createdAt}, ${vehicles.id}), '[]')
    from ${vehicles} where ${vehicles.customerId} = ${customers.id}`
}

function notesOf(): SQL {
  return sql`
    select coalesce(json_agg(json_build_object('id', ${notes.id}, 'body', ${notes.body}, 'created_at', ${notes.createdAt},
      'written_by', case when ${notes.writtenById} is not null
        then json_build_object('id', ${notes.writtenById}, 'name', coalesce(u.name, k.name)) end)
      order by ${notes.createdAt} desc, ${notes.id} desc), '[]')
    from ${notes} left join users as u on u.id = ${notes.writtenById} left join api_keys as k on k.id = ${notes.writtenById}
    where ${notes.customerId} = ${customers.id}`
}
