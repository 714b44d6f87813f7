import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import { PERIOD_MONTHS } from '@/lib/definitions'
import { instantOf } from './metrics'

/** A period and what it is compared with, as they are asked for. */
export type AskedWindow = Pick<GroupsParams, 'period' | 'from' | 'to' | 'compare'>

/** A period on the local clock, over `local_now`: `end` is null where it ends now, `length` leads to the one before. */
type LocalPeriod = { first: SQL; end: SQL; length: SQL }

/**
 * The window of a period as of an instant and the one that it is compared with, as six columns `as_of, from, to, elapsed,
 * previous_from, previous_to`; `elapsed` says that the period is still running and `to` is therefore `as_of`. Months and
 * days are subtracted from local times, never from an instant. Throws RequestError 400 for `custom` without its days.
 */
export function periodWindow(asOf: SQLWrapper, zone: SQLWrapper, asked: AskedWindow): SQL {
  const { first, end, length } = localPeriod(asked)
  const back = asked.compare === 'last_year' ? interval('years', 1) : length
  const before = {
    from: instantOf(sql`(first_day - ${back})`, zone),
    to: instantOf(sql`(case when elapsed then local_now - ${back} else ${endBefore(back)} end)`, zone),
  }
  return sql`
    select as_of, "from", "to", elapsed, ${previous(asked, before)}
    from (
      select *, case when elapsed then as_of else ends_at end as "to"
      from (
        select *, ${instantOf(sql`first_day`, zone)} as "from", coalesce(ends_at > as_of, true) as elapsed
        from (
          select *, ${instantOf(sql`end_day`, zone)} as ends_at
          from (
            select *, ${first} as first_day, ${end} as end_day
            from (select ${asOf} as as_of, ${asOf} at time zone ${zone} as local_now) as clock
          ) as days
        ) as ended
      ) as begun
    ) as w`
}

/** The same elapsed part and never overlapping; a year earlier it is not cut, for a longer range overlaps itself. */
function previous({ compare }: AskedWindow, { from, to }: { from: SQL; to: SQL }): SQL {
  if (compare === 'none') return sql`null::timestamptz as previous_from, null::timestamptz as previous_to`
  const end = compare === 'previous' ? sql`least(${to}, "from")` : to
  return sql`${from} as previous_from, ${end} as previous_to`
}

/** A whole period's end, earlier by `back`. A year before 29 February, the end of the 28th, is 1 March: the 28th is kept. */
function endBefore(back: SQL): SQL {
  return sql`greatest(end_day - ${back}, end_day - interval '1 day' - ${back} + interval '1 day')`
}

function localPeriod({ period, from, to }: AskedWindow): LocalPeriod {
  const month = sql`date_trunc('month', local_now)`
  const now = sql`null::timestamp`
  const one = (unit: 'months' | 'years') => interval(unit, 1)
  switch (period) {
    case 'this_month':
      return { first: month, end: now, length: one('months') }
    case 'this_year':
      return { first: sql`date_trunc('year', local_now)`, end: now, length: one('years') }
    case 'last_calendar_month':
      return { first: sql`${month} - ${one('months')}`, end: month, length: one('months') }
    case 'custom':
      return customPeriod(from, to)
    default: {
      const length = interval('months', PERIOD_MONTHS[period])
      return { first: sql`date_trunc('day', local_now) + interval '1 day' - ${length}`, end: now, length }
    }
  }
}

/** The days from the first to the last, both included; the one before has as many. */
function customPeriod(from: string | undefined, to: string | undefined): LocalPeriod {
  if (from === undefined || to === undefined) throw refusedParameter('period', 'custom needs from and to')
  const days = sql`make_interval(days => ${to}::date - ${from}::date + 1)`
  return { first: sql`${from}::timestamp`, end: sql`${to}::timestamp + interval '1 day'`, length: days }
}

function interval(unit: 'months' | 'years', count: number): SQL {
  return sql`make_interval(${sql.raw(unit)} => ${count}::int)`
}
