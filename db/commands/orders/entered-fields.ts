import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { refusedField } from '@/db/commands/refused-field'
import { instantOf } from '@/db/metrics'
import { vehicles } from '@/db/schema/customers'
import { enteredAmount } from '@/lib/orders/amount'

/** Each `field` is where the value stands in the request, for whoever has to mend it. */

/** The earliest day that an import takes, too. */
const FIRST_DAY = '1900-01-01'

const dayRow = z.object({ is_future: z.boolean(), at: z.string() })

/**
 * The instant of an order of a local business day: of today now, of a past day its midnight; null is today. `kept` is the
 * instant that the order already has, which stays where its day is asked for again.
 * @throws RequestError 400 for a day to come, or one before 1900.
 */
export async function enteredInstant(
  tx: Pick<Database, 'execute'>,
  day: string | null,
  timeZone: string,
  field: string,
  kept: string | null = null,
): Promise<string> {
  if (day !== null && day < FIRST_DAY) throw refusedField(field, 'Give a day from 1900 on.')
  const now = sql`date_trunc('milliseconds', now())`
  const midnight = instantOf(sql`entered.day::timestamp`, sql`${timeZone}::text`)
  const localDay = (instant: typeof now) => sql`(${instant} at time zone ${timeZone}::text)::date`
  const { rows } = await tx.execute(sql`
    select entered.day > today as is_future,
      case when ${localDay(sql`${kept}::timestamptz`)} = entered.day then ${kept}::timestamptz
        when entered.day = today then ${now} else ${midnight} end as at
    from (select ${localDay(now)} as today) as clock
    cross join lateral (select coalesce(${day}::date, today) as day) as entered`)
  const { is_future, at } = dayRow.parse(rows[0])
  if (is_future) throw refusedField(field, 'This day is still to come.')
  return at
}

/** Minor units of an amount. Throws RequestError 400 where it does not fit the digits of the currency. */
export function enteredAmountMinor(amount: string, digits: number, field: string): number {
  const entered = enteredAmount(amount, digits)
  if ('problem' in entered) throw refusedField(field, entered.problem)
  return entered.minor
}

/** Makes sure that a vehicle is the customer's and in use. Throws RequestError 400. */
export async function assertOwnVehicle(
  tx: Pick<Database, 'select'>,
  customerId: string,
  vehicleId: string,
  field: string,
): Promise<void> {
  const [found] = await tx
    .select({ retiredAt: vehicles.retiredAt })
    .from(vehicles)
    .where(and(eq(vehicles.customerId, customerId), eq(vehicles.id, vehicleId)))
  if (!found) throw refusedField(field, 'The customer has no such vehicle.')
  if (found.retiredAt !== null) throw refusedField(field, 'This vehicle is retired.')
}
