import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { lockCurrency } from '@/db/commands/orders/currency-lock'
import { currencyDigits } from '@/lib/currency'

/**
 * Locks the business until the import ends and says whether any order is recorded in its currency. Where there is none,
 * none is until the import ends.
 */
export async function lockBusiness(db: Database): Promise<{ hasOrders: boolean }> {
  await db.execute(sql`select from business for update`)
  if (await hasOrders(db)) return { hasOrders: true }
  await lockCurrency(db)
  return { hasOrders: await hasOrders(db) }
}

async function hasOrders(db: Database): Promise<boolean> {
  const { rows } = await db.execute<{ has_orders: boolean }>(
    sql`select exists (select from orders) or exists (select from order_history) as has_orders`,
  )
  return rows[0]?.has_orders ?? true
}

/** Gives the business a currency of ISO 4217; only for one that has no orders yet. */
export async function takeCurrency(db: Database, currency: string): Promise<void> {
  await db.execute(sql`update business set currency = ${currency}, currency_digits = ${currencyDigits(currency)}`)
}
