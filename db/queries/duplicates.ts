import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { assertMay, type Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { customers } from '@/db/schema/customers'
import { DUPLICATE_REASONS, type DuplicateQuestion, type Duplicates, FOUND_LIMIT } from '@/lib/customers/finding'
import { codeKey, emailKey } from '@/lib/customers/look-up-keys'
import { arePhonesNear } from '@/lib/phone-forms'
import { findable, foundColumns, foundFrom, foundRow, latestFirst } from './found-rows'
import { type AskedKeys, keyed, phoneKeys } from './key-matches'
import { resolveTexts } from './resolve-texts'
import { visibleBranchIds, withVisibleAmong } from './visible-records'

/** Nobody reads through more people than this who share one phone or name. */
const CANDIDATES = 500

const row = z.object({
  customers: z.array(foundRow.extend({ reasons: z.array(z.enum(DUPLICATE_REASONS)).min(1) })),
  elsewhere: z.boolean(),
})

/**
 * Who may be the same as somebody of whom this much is known: whoever shares the phone, e-mail, plate or tax number, or
 * has the same name and a near phone. Those whom the caller may not see are told as `elsewhere`, all in one word, and
 * from the same statement. Throws RequestError 403 for a caller who may not enter customers.
 */
export async function findDuplicates(
  db: Pick<Database, 'execute'>,
  caller: Caller,
  question: DuplicateQuestion,
): Promise<Duplicates> {
  assertMay(caller, 'enter')
  const { text: name, country } = await resolveTexts(db, question.full_name ?? '')
  const near = await idsOfNearPhones(db, name, question.phone, country)
  const visible = visibleBranchIds(caller.scope)
  const { rows } = await db.execute(sql`
    ${withVisibleAmong(visible, alike(sameKeys(question, country), near, question.except_id), [])}
    select
      (select coalesce(json_agg(found), '[]') from (
        select ${foundColumns}, candidates.reasons
        ${foundFrom} join candidates on candidates.id = ${customers.id}
        order by cardinality(candidates.reasons) desc, ${latestFirst} limit ${FOUND_LIMIT}) as found) as customers,
      exists (select from candidates where id not in (select ${customers.id} from ${customers} where ${customers.id} in
        (select id from candidates))) as elsewhere`)
  return row.parse(rows[0])
}

function sameKeys({ phone, email, plate, tax_number }: DuplicateQuestion, country: string): AskedKeys[] {
  return [
    phoneKeys(phone ?? '', country),
    { kind: 'email', values: [emailKey(email ?? '')] },
    { kind: 'plate', values: [codeKey(plate ?? '')] },
    { kind: 'tax_number', values: [codeKey(tax_number ?? '')] },
  ]
}

/** Ids with the reasons for which they are alike, of all that are recorded. */
function alike(asked: readonly AskedKeys[], near: readonly string[], exceptId: string | null): SQL {
  const shared = asked.map(
    (keys) => sql`(select customer_id as id, kind::text as reason from ${keyed([keys])} limit ${CANDIDATES})`,
  )
  const named = sql`
    (select value::uuid, 'name_and_near_phone' from json_array_elements_text(${JSON.stringify(near)}::json))`
  return sql`
    select ${customers.id} as id, array_agg(distinct alike.reason) as reasons
    from (${sql.join([...shared, named], sql` union all `)}) as alike
    join ${customers} on ${customers.id} = alike.id
    where ${findable} and ${customers.id} is distinct from ${exceptId}::uuid
    group by ${customers.id}`
}

/** Whoever has this folded name and a phone that one slip makes of the one given. */
async function idsOfNearPhones(
  db: Pick<Database, 'execute'>,
  name: string,
  phone: string | null,
  country: string,
): Promise<string[]> {
  const { rows } = await db.execute<{ id: string; phone: string }>(sql`
    select ${customers.id}, ${customers.phone} from ${customers}
    where ${customers.sortName} = ${name} and ${customers.phone} is not null and ${findable}
    order by ${customers.id} desc limit ${CANDIDATES}`)
  return rows.filter((known) => arePhonesNear(known.phone, phone ?? '', country)).map(({ id }) => id)
}
