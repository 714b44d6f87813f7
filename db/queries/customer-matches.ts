import { type SQL, sql } from 'drizzle-orm'
import { customers } from '@/db/schema/customers'
import { containing, escapeLike } from './customer-list'
import { digitsOfPhone } from './frame'
import { exactKeys, keyed, platesFrom } from './key-matches'
import { atHome } from './order-filters'

/**
 * How many customers are looked at for each way in which a text can match, and where. A text that matches more is too short to tell
 * them apart: then the best of these are given, the same each time, until another letter is typed.
 */
const CANDIDATES = 1_000

/** pg_trgm finds parts of words of three characters or more; shorter ones would read every customer. */
const FINDS_PARTS = /[\p{L}\p{N}]{3}/u

/** What is asked: as it was typed, folded, and by the rules of which country a phone is read. */
type Asked = { q: string; text: string; country: string; visibleBranchIds: readonly string[] | null }

/**
 * A SELECT of `id` and `rank` of the customers that a text may mean, whoever may see them: rank 1 for an exact key, 2 for a
 * name that begins with it, 3 for the rest. Where branches are limited, the customers at home there are looked through
 * besides the first of all, so that those of a small branch are not lost among many.
 */
export function matchedCustomers({ q, text, country, visibleBranchIds }: Asked): SQL {
  const places = visibleBranchIds === null ? [sql`true`] : [sql`true`, atHome(visibleBranchIds)]
  const limit = CANDIDATES / places.length
  const matching = (rank: number, matches: SQL, order: SQL) =>
    places.map(
      (here) => sql`
        (select ${customers.id}, ${rank}::int from ${customers}
        where ${matches} and ${here} ${order} limit ${limit})`,
    )
  const begins = sql`${customers.sortName} like ${`${escapeLike(text)}%`}`
  const found = [
    sql`(select customer_id as id, 1 as rank from ${keyed(exactKeys(q, country))} limit ${CANDIDATES})`,
    sql`(select customer_id, 3 from ${platesFrom(q)} limit ${CANDIDATES})`,
    ...matching(2, begins, sql`order by ${customers.sortName}, ${customers.id}`),
    ...holding(q, text).flatMap((holds) => matching(3, holds, sql``)),
  ]
  return sql`select id, min(rank) as rank from (${sql.join(found, sql` union all `)}) as ways group by id`
}

/** The text anywhere in what is searched; where it could be a phone number, its digits too. */
function holding(q: string, text: string): SQL[] {
  return [text, digitsOfPhone(q)]
    .filter((part): part is string => part !== null && FINDS_PARTS.test(part))
    .map((part) => sql`${customers.searchText} like ${containing(part)}`)
}
