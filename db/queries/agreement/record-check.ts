import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { whole } from '@/db/queries/row-values'
import { type Check, EXAMPLES } from '@/lib/agreement/contract'

const judgement = z.object({ all: whole, right: whole, example: z.array(z.uuid()) })

/** `judges` is a relation with `customer_id` and whether the row `is_right`, never null; `left` names its rows. */
export type RecordCheck = Pick<Check, 'key' | 'title'> & { left: string; right: string; judges: SQL }

/** Reads all checks in one statement, over the CTEs that stand before. All rows have to be right. */
export async function readRecordChecks(
  db: Database,
  checks: readonly RecordCheck[],
  before: SQL = sql``,
): Promise<Check[]> {
  const answers = checks.map(({ key, judges }) => sql`${key}::text, (${judged(judges)})`)
  const { rows } = await db.execute(sql`${before} select json_build_object(${sql.join(answers, sql`, `)}) as judged`)
  const found = z.record(z.string(), judgement).parse(rows[0]?.judged)
  return checks.map(({ key, title, left, right }) => {
    const { all, right: good, example } = found[key] ?? { all: 0, right: 0, example: [] }
    return {
      key,
      about: 'records',
      title,
      unit: 'count',
      left: { label: left, value: all },
      right: { label: right, value: good },
      agrees: all === good,
      example,
    }
  })
}

function judged(relation: SQL): SQL {
  return sql`
    select json_build_object('all', count(*), 'right', count(*) filter (where is_right), 'example',
      coalesce(to_json((array_agg(distinct customer_id) filter (where not is_right))[1:${sql.raw(String(EXAMPLES))}]), '[]'))
    from (${relation}) as judges`
}
