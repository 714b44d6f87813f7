import { type SQL, sql } from 'drizzle-orm'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { withVisible } from '@/db/queries/visible-records'
import { customers } from '@/db/schema/customers'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { ordersOf } from '@/lib/customer-groups/explanation/figures'
import type { ExplanationParams } from '@/lib/customer-groups/explanation/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { type AskedFigure, askedFigure } from './asked-figure'
import { customerCtes, customerPage, customerSums } from './explained-customers'
import { orderCtes, orderPage, orderSums } from './explained-orders'
import { peopleCtes } from './explained-people'
import { valueCtes, valuesOf } from './explained-values'
import { explanationRow, toExplanation } from './explanation-row'
import { shownSql } from './shown-sql'

/** What of a figure is read: the rows it is made of, their number and sum, and a page of them. */
type Read = { kind: ExplanationAnswer['rows']['kind']; ctes: SQL[]; sums: SQL; page: SQL }

/**
 * How one figure came about, from one statement and so from one snapshot: its value as the page has it, and, counted for
 * themselves, the records that it is made of and those that it leaves out. Throws RequestError: 400 for what is not there,
 * 403 for a branch outside the scope.
 */
export async function getExplanation(
  db: Database,
  scope: Scope,
  params: ExplanationParams,
): Promise<ExplanationAnswer> {
  const asked = await askedFigure(db, scope, params)
  const read = readOf(asked)
  const ids = asked.frame.visibleBranchIds
  const { rows } = await db.execute(sql`${withVisible(ids, [...read.ctes, ...valueCtes(asked)])}
    select json_build_object('values', ${valuesOf(asked)}, 'group', ${groupOf(asked)}, 'customer', ${customerOf(asked)},
      'rows', json_build_object('kind', ${read.kind}::text, 'sums', (select to_json(sums) from (${read.sums}) as sums),
        'items', (${read.page}), 'judged', (select coalesce(json_agg(judged), '[]') from judged))) as explanation`)
  const row = explanationRow.parse(rows[0]?.explanation)
  if (params.customer !== undefined && row.customer === null)
    throw refusedParameter('customer', 'is not the id of a customer of the group')
  if (params.page > 1 && (params.page - 1) * params.page_size >= row.rows.sums.count)
    throw refusedParameter('page', 'is beyond the last page')
  return toExplanation(asked, row, shownSql(sql`${withVisible(ids, read.ctes)}\n${read.sums}`))
}

function readOf(asked: AskedFigure): Read {
  const people = peopleCtes(asked)
  const orders = asked.place === 'bridge' ? null : ordersOf(asked.params.figure)
  if (orders === null)
    return {
      kind: 'customers',
      ctes: [...people, ...customerCtes(asked)],
      sums: customerSums,
      page: customerPage(asked),
    }
  return { kind: 'orders', ctes: [...people, ...orderCtes(asked, orders)], sums: orderSums, page: orderPage(asked) }
}

function groupOf({ frame, grouping }: AskedFigure): SQL {
  if (frame.groupRef === null) return sql`null::json`
  return sql`(select json_build_object('key', listed.key, 'name', listed.name, 'color', listed.color)
    from (${grouping.groups}) as listed where listed.ref = ${frame.groupRef})`
}

function customerOf({ params }: AskedFigure): SQL {
  if (params.customer === undefined) return sql`null::json`
  return sql`(select json_build_object('id', ${customers.id}, 'full_name', ${customers.fullName})
    from ${customers} join people on people.id = ${customers.id})`
}
