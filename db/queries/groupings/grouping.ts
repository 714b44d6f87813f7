import { type SQL, sql } from 'drizzle-orm'
import type { FixedGroup } from '@/lib/customer-groups/fixed-groups'

/**
 * How customers are put into groups, as the parts of the statement in `members.ts`. The group is `group_ref`: the id of a
 * row, or the key of a fixed group.
 */
export type Grouping = {
  /** True where a customer can be in several groups: then totals are counted, each customer once. */
  overlaps: boolean
  /** A SELECT of the groups, as `ref, key, name, color, position, is_kept`; one that is not kept is listed only with members. */
  groups: SQL
  /** CTEs that stand before the orders are added up. */
  before?: readonly SQL[]
  /**
   * Where the group is one of each order: how it is told, and what has to be joined to tell it. `alone` is a SELECT of the
   * customers of whom it has to be told, where it is the id of a row, and null for all others: the orders of these are then
   * added up without sorting.
   */
  ofOrder?: { ref: SQL; join: SQL; alone?: SQL }
  /**
   * With `ofOrder`: a SELECT `customer_id, order_group` of the customers who belong to a group also without an order. Where
   * it also has every group of every order, so that whoever is neither in it nor came is in no group, `registered` is a SELECT
   * `group_ref, customers, at_home` of how many there are in each, and for how many it is the one home that everybody has;
   * it may have groups that are none of `groups`.
   */
  belonging?: { rows: SQL; registered?: SQL }
  /**
   * The group of orders that are added up for a customer, from its row of `customers` and, with `ofOrder`, their
   * `parts.order_group`; there is either this or `ofFigures`.
   */
  ofPlaced?: SQL
  /**
   * Where the group follows from the figures of a customer: the columns of `customers` that it takes beside `figures`, CTEs
   * over these, the relation that has the figures then, and the group in it, as in a row of `figures`.
   */
  ofFigures?: { columns?: SQL; ctes: readonly SQL[]; relation: SQL; ref: SQL }
  /**
   * True where a customer's figures of the previous period can belong to another group than those of the present one:
   * `ofFigures.relation` then has `is_member` and `is_compared`.
   */
  splits?: boolean
  /** JSON of how many buyers were scored, and whether by fixed bands. */
  scoring?: SQL
  /** JSON that says why the customer of a row of `page` is in its group. */
  placement: SQL
}

/** The SELECT of groups that are the same everywhere. */
export function fixedGroups(groups: readonly FixedGroup[]): SQL {
  const rows = groups.map(({ key, name, color }, index) => sql`(${key}, ${name}, ${color}::int, ${index}::int)`)
  return sql`select key as ref, key, name, color, position, true as is_kept
    from (values ${sql.join(rows, sql`, `)}) as fixed(key, name, color, position)`
}
