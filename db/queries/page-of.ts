import { type SQL, sql } from 'drizzle-orm'

type Asked = { page: number; page_size: number }

/**
 * The rows of one page of the CTE `listed`, named `page`; the CTE `counted_rows(total)` must be there. A page of the second
 * half is read from the end, in the opposite order: the last page then costs what the first does. A limit of 0 is not
 * run. The last limit takes nothing away: it is what the planner knows of how few rows there are.
 */
export function pageOf({ page, page_size }: Asked, order: (opposite: boolean) => SQL): SQL {
  const skipped = sql`${(page - 1) * page_size}::bigint`
  const size = sql`${page_size}::bigint`
  const total = sql`(select total from counted_rows)`
  const isNearEnd = sql`${skipped} * 2 > ${total}`
  return sql`
    (select * from listed as page order by ${order(false)}
      limit (case when ${isNearEnd} then 0 else ${size} end) offset ${skipped})
    union all
    (select * from listed as page order by ${order(true)}
      limit (case when ${isNearEnd} then greatest(least(${size}, ${total} - ${skipped}), 0) else 0 end)
      offset greatest(${total} - ${skipped} - ${size}, 0))
    limit ${page_size}`
}
