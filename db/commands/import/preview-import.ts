import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { wholeText } from '@/db/queries/row-values'
import type { ImportPreview, PreviewSample } from '@/lib/imports/job'
import { toDecimal, toMajor } from '@/lib/money'
import { insertBranches, insertGroups } from './named-rows'
import { type AppliedCounts, type ImportPlan, planImport } from './plan-import'

/** On which clock and in how many minor digits the business counts. */
type Units = { timeZone: string; currencyDigits: number }

export type PlannedPreview = Pick<ImportPreview, 'amounts' | 'samples'> & {
  customers: AppliedCounts
  orders: AppliedCounts
}

const SAMPLE_ROWS = 20
const NEW_ROWS = 5

const sampleRow = z.object({
  external_id: z.string(),
  fields: z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})

/**
 * Works out what an import will do, by the plan by which it will do it, with some of what changes. Part of a transaction
 * that is taken back.
 */
export async function previewImport(db: Database, plan: ImportPlan, units: Units): Promise<PlannedPreview> {
  // Names of groups and branches that are still to be made are read like those that are there.
  await insertGroups(db, plan.newGroups)
  await insertBranches(db, plan.newBranches)
  const counts = await planImport(db, plan)
  return {
    ...counts,
    amounts: await sumAmounts(db, units),
    samples: {
      customers_changed: await customers(db, units, sql`p.is_changed`, SAMPLE_ROWS),
      customers_created: await customers(db, units, sql`p.is_new`, NEW_ROWS),
      orders_changed: await orders(db, units, sql`p.action in ('changed', 'moved')`, SAMPLE_ROWS),
      orders_created: await orders(db, units, sql`p.action = 'new'`, NEW_ROWS),
    },
  }
}

async function sumAmounts(db: Database, { currencyDigits }: Units): Promise<ImportPreview['amounts']> {
  const { rows } = await db.execute(sql`
    select coalesce(sum(amount_minor), 0)::bigint as "all",
      coalesce(sum(amount_minor) filter (where action = 'new'), 0)::bigint as created
    from order_plan`)
  const sums = z.object({ all: wholeText, created: wholeText }).parse(rows[0])
  return { all: toMajor(sums.all, currencyDigits), created: toMajor(sums.created, currencyDigits) }
}

async function customers(db: Database, { timeZone }: Units, which: SQL, most: number): Promise<PreviewSample[]> {
  const { rows } = await db.execute(sql`
    select p.external_id, json_build_array(
      ${field('full_name', sql`c.full_name`, sql`p.full_name`)},
      ${field('organization_name', sql`c.organization_name`, sql`p.organization_name`)},
      ${field('phone', sql`c.phone`, sql`p.phone`)},
      ${field('email', sql`c.email`, sql`p.email`)},
      ${field('customer_type', sql`old_group.name`, sql`new_group.name`)},
      ${field('branch', sql`case when c.home_branch_explicit then old_branch.name end`, sql`new_branch.name`)},
      ${field(
        'registered_at',
        localTime(sql`case when c.registered_at_explicit then c.registered_at end`, timeZone),
        localTime(sql`p.registered_at`, timeZone),
      )}
    ) as fields
    from customer_plan p
    left join customers c on c.id = p.customer_id
    left join customer_groups old_group on old_group.id = c.group_id
    left join customer_groups new_group on new_group.id = p.group_id
    left join branches old_branch on old_branch.id = c.home_branch_id
    left join branches new_branch on new_branch.id = p.branch_id
    where ${which}
    order by p.external_id collate "C"
    limit ${most}`)
  return z.array(sampleRow).parse(rows).map(whatDiffers)
}

async function orders(db: Database, units: Units, which: SQL, most: number): Promise<PreviewSample[]> {
  const { timeZone, currencyDigits } = units
  const { rows } = await db.execute(sql`
    select p.external_id, json_build_array(
      ${field('customer_external_id', sql`old_customer.external_id`, sql`coalesce(new_plan.external_id, new_customer.external_id)`)},
      ${field('type', sql`o.type::text`, sql`p.type::text`)},
      ${field('status', sql`o.status::text`, sql`p.status::text`)},
      ${field('amount', sql`o.amount_minor::text`, sql`p.amount_minor::text`)},
      ${field('created_at', localTime(sql`o.ordered_at`, timeZone), localTime(sql`p.ordered_at`, timeZone))},
      ${field('source', sql`o.source::text`, sql`p.source::text`)},
      ${field('branch', sql`old_branch.name`, sql`new_branch.name`)}
    ) as fields
    from order_plan p
    left join orders o on o.customer_id = p.old_customer_id and o.id = p.id
    left join customers old_customer on old_customer.id = p.old_customer_id
    left join customers new_customer on new_customer.id = p.customer_id
    left join customer_plan new_plan on new_plan.customer_id = p.customer_id
    left join branches old_branch on old_branch.id = o.branch_id
    left join branches new_branch on new_branch.id = p.branch_id
    where ${which}
    order by p.external_id collate "C"
    limit ${most}`)
  const inMajor = (minor: string | null) => minor && toDecimal(Number(minor), currencyDigits)
  return z
    .array(sampleRow)
    .parse(rows)
    .map(({ external_id, fields }) => {
      const told = fields.map(({ name, before, after }) =>
        name === 'amount' ? { name, before: inMajor(before), after: inMajor(after) } : { name, before, after },
      )
      return whatDiffers({ external_id, fields: told })
    })
}

function whatDiffers({ external_id, fields }: PreviewSample): PreviewSample {
  return { external_id, fields: fields.filter(({ before, after }) => before !== after) }
}

function field(name: string, before: SQL, after: SQL): SQL {
  return sql`json_build_object('name', ${name}::text, 'before', ${before}, 'after', ${after})`
}

function localTime(at: SQL, timeZone: string): SQL {
  return sql`to_char((${at}) at time zone ${timeZone}, 'YYYY-MM-DD HH24:MI')`
}
