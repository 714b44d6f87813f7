import type { Database } from '@/db/client'
import { business } from '@/db/schema/local'
import type { Business } from '@/lib/business'

export const businessColumns = {
  name: business.name,
  timeZone: business.timeZone,
  currency: business.currency,
  currencyDigits: business.currencyDigits,
  country: business.country,
  isSample: business.isSample,
}

/** The business of this installation, or null before the first start has created it. */
export async function findBusiness(db: Database): Promise<Business | null> {
  const [row] = await db.select(businessColumns).from(business)
  return row ?? null
}

/**
 * The business of this installation.
 * @throws Error before the first start has created it.
 */
export async function getBusiness(db: Database): Promise<Business> {
  const found = await findBusiness(db)
  if (!found) throw new Error('There is no business yet: `npm start`, `npm run demo` and `npm run import` create it.')
  return found
}
