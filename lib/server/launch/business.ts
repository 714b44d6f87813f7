import { createDatabase } from '@/db/client'
import { type BusinessSettings, ensureBusiness } from '@/db/commands/business'
import { findBusiness } from '@/db/queries/business'
import type { Business } from '@/lib/business'
import type { Env } from '@/lib/env'
import { CommandError } from './command'
import type { OpenDatabase } from './open-database'

/** What the environment says about the business; the demo is a business of its own and ignores it. */
export function businessSettings(env: Env): BusinessSettings {
  return {
    name: env.BUSINESS_NAME,
    timeZone: env.BUSINESS_TIMEZONE,
    currency: env.BUSINESS_CURRENCY,
    country: env.BUSINESS_COUNTRY,
  }
}

/**
 * The business of a database for real records, created from the environment at the first start.
 * @throws CommandError for the sample's database unless `allowSample`; BusinessMismatchError when the environment differs.
 */
export async function ensureRealBusiness({ pool }: OpenDatabase, env: Env, allowSample: boolean): Promise<Business> {
  const db = createDatabase(pool)
  const found = await findBusiness(db)
  if (!found?.isSample) return ensureBusiness(db, businessSettings(env))
  if (allowSample) return found
  throw new CommandError(
    'This database holds the sample workshop, which must not mix with real records. Use another DATA_DIR, or add --sample.',
  )
}
