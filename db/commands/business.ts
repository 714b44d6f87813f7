import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { lockCurrency } from '@/db/commands/orders/currency-lock'
import { businessColumns, findBusiness, getBusiness } from '@/db/queries/business'
import { business } from '@/db/schema/local'
import { orders } from '@/db/schema/orders'
import { branches, customerGroups } from '@/db/schema/reference'
import type { Business } from '@/lib/business'
import { currencyDigits } from '@/lib/currency'
import { MAIN_BRANCH, SEEDED_GROUPS } from '@/lib/definitions'

/** What a business begins with; what is not given takes a default. */
export type BusinessSettings = {
  name?: string
  timeZone?: string
  currency?: string
  country?: string
  isSample?: boolean
}
export type BusinessChange = Omit<BusinessSettings, 'isSample'>

/** The settings differ from the business that is recorded. The message names the command that changes it. */
export class BusinessMismatchError extends Error {}

/** The change would give the recorded figures another meaning. */
export class BusinessChangeError extends Error {}

/**
 * The business of this installation, created with its groups and its main branch if there is none.
 * @throws BusinessMismatchError when the currency or the time zone given differ from the recorded ones.
 */
export async function ensureBusiness(db: Database, settings: BusinessSettings): Promise<Business> {
  const found = (await findBusiness(db)) ?? (await createBusiness(db, settings))
  const { timeZone, currency } = settings
  if (timeZone && timeZone.toLowerCase() !== found.timeZone.toLowerCase()) {
    throw new BusinessMismatchError(differs('time zone', found.timeZone, timeZone, '--time-zone'))
  }
  if (currency && currency !== found.currency) {
    throw new BusinessMismatchError(differs('currency', found.currency, currency, '--currency'))
  }
  return found
}

/**
 * Changes the business and returns it, with an audit entry of what differs. A time zone moves every local midnight; the
 * orders' instants stay.
 * @throws BusinessChangeError for another currency once an order is recorded, or an unknown time zone.
 */
export async function changeBusiness(db: Database, caller: Caller, change: BusinessChange): Promise<Business> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select from ${business} for update`)
    const current = await getBusiness(tx)
    const currency = change.currency ?? current.currency
    if (currency !== current.currency) {
      await lockCurrency(tx)
      const [order] = await tx.select({ id: orders.id }).from(orders).limit(1)
      if (order) {
        throw new BusinessChangeError(
          `The currency stays ${current.currency}: orders are recorded in it, and changing it would change what they say.`,
        )
      }
    }
    const timeZone = change.timeZone ? await knownTimeZone(tx, change.timeZone) : current.timeZone
    const values = {
      name: change.name ?? current.name,
      country: change.country ?? current.country,
      timeZone,
      currency,
      currencyDigits: currencyDigits(currency),
    }
    await tx.update(business).set(values)
    const detail = changesBetween(current, values)
    if (Object.keys(detail).length > 0) await writeAudit(tx, caller, { action: 'business.changed', detail })
    return { ...current, ...values }
  })
}

/** Each setting that is another now, as it was and as it is; of the name only that it changed. */
function changesBetween(before: Business, after: Partial<Business>): Record<string, unknown> {
  const settings = (['country', 'timeZone', 'currency'] as const).filter((name) => before[name] !== after[name])
  const changes = settings.map((name) => [name, { from: before[name], to: after[name] }])
  return { ...Object.fromEntries(changes), ...(before.name !== after.name && { name: 'changed' }) }
}

async function createBusiness(db: Database, settings: BusinessSettings): Promise<Business> {
  const currency = settings.currency ?? 'USD'
  return db.transaction(async (tx) => {
    const values = {
      name: settings.name ?? 'My business',
      timeZone: await knownTimeZone(tx, settings.timeZone ?? 'UTC'),
      currency,
      currencyDigits: currencyDigits(currency),
      country: settings.country ?? 'US',
      isSample: settings.isSample ?? false,
    }
    const [created] = await tx.insert(business).values(values).onConflictDoNothing().returning(businessColumns)
    if (!created) return getBusiness(tx)
    const groups = SEEDED_GROUPS.map((group, position) => ({ ...group, id: uuidv7(), position, color: position + 1 }))
    await tx.insert(customerGroups).values(groups).onConflictDoNothing()
    const main = { id: uuidv7(), code: MAIN_BRANCH, name: 'Main', position: 0 }
    await tx.insert(branches).values(main).onConflictDoNothing()
    return created
  })
}

/** The zone as the database spells it: Node's and the database's lists can differ, and figures use the database's. */
async function knownTimeZone(db: Pick<Database, 'execute'>, timeZone: string): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(
    sql`select name from pg_timezone_names where lower(name) = lower(${timeZone})`,
  )
  if (!rows[0]) throw new BusinessChangeError(`The database knows no time zone ${timeZone}.`)
  return rows[0].name
}

function differs(what: string, recorded: string, given: string, option: string): string {
  return [
    `The ${what} of this business is ${recorded}, and the environment now says ${given}.`,
    `Set it back, or change the business: npm run business -- ${option} ${given}`,
  ].join('\n')
}
