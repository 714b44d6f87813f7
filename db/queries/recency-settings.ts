import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customerGroups, recencyBands } from '@/db/schema/reference'
import { DEFAULT_RECENCY_RULE } from '@/lib/customer-groups/recency'
import type { ShownGroupRecency, ShownRecency } from '@/lib/settings/shown'

const ruleColumns = sql`${recencyBands.atRiskAfterDays}, ${recencyBands.lapsedAfterDays}, ${recencyBands.dormantAfterDays},
  ${recencyBands.ownRhythm}`

/** Stands for everything that a form changes; of a rule that is not there too. */
const ruleVersion = sql`md5(jsonb_build_array(${ruleColumns})::text)`

const ruleRow = z.object({
  at_risk_after_days: z.int(),
  lapsed_after_days: z.int(),
  dormant_after_days: z.int(),
  own_rhythm: z.boolean(),
})
const storedRow = z.object({ id: z.uuid().nullable(), own: ruleRow.nullable(), version: z.string() })
const groupRow = storedRow.extend({ key: z.string(), name: z.string(), color: z.int(), archived: z.boolean() })

/** What a row of a left join with `recency_bands` says of the rule. */
const storedColumns = sql`${recencyBands.id}, ${ruleVersion} as version,
  case when ${recencyBands.id} is not null then (select to_jsonb(rule) from (select ${ruleColumns}) as rule) end as own`

/** The rule that is kept for a group, or for the business where its id is null; `own` is null where none is. */
export async function readRule(db: Pick<Database, 'execute'>, groupId: string | null) {
  const kept = groupId === null ? sql`${recencyBands.groupId} is null` : sql`${recencyBands.groupId} = ${groupId}`
  const { rows } = await db.execute(joined(sql`(values (1)) as one`, sql``, kept))
  return storedRow.parse(rows[0])
}

/**
 * The business's recency bands and those of every group in its order, archived ones too. Throws RequestError 403 for a
 * caller who may not administer.
 */
export async function listRecencySettings(db: Pick<Database, 'execute'>, caller: Caller): Promise<ShownRecency> {
  assertMay(caller, 'administer')
  const columns = sql`${customerGroups.key}, ${customerGroups.name}, ${customerGroups.color},
    ${customerGroups.archivedAt} is not null as archived, `
  const groups = await db.execute(sql`
    ${joined(sql`${customerGroups}`, columns, sql`${recencyBands.groupId} = ${customerGroups.id}`)}
    order by ${customerGroups.position}, ${customerGroups.key}`)
  const business = await readRule(db, null)
  return {
    business: { ...(business.own ?? DEFAULT_RECENCY_RULE), version: business.version },
    groups: z.array(groupRow).parse(groups.rows),
  }
}

/** What concerns one group, or null where there is no such group. Throws as `listRecencySettings`. */
export async function findRecencySettings(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  key: string,
): Promise<{ business: ShownRecency['business']; group: ShownGroupRecency } | null> {
  const { business, groups } = await listRecencySettings(db, caller)
  const group = groups.find((one) => one.key === key)
  return group ? { business, group } : null
}

function joined(source: SQL, columns: SQL, on: SQL): SQL {
  return sql`select ${columns}${storedColumns} from ${source} left join ${recencyBands} on ${on}`
}
