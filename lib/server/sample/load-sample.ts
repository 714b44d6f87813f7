import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { shellCaller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { renameBranch } from '@/db/commands/branches'
import { ensureBusiness } from '@/db/commands/business'
import { addVehicles } from '@/db/commands/vehicles'
import { isSampleComplete } from '@/db/queries/sample'
import { MAIN_BRANCH } from '@/lib/definitions'
import { importFiles } from '@/lib/server/import/import-files'
import { SAMPLE_TIME_ZONE } from './calendar'
import { customersFile, ordersFile, SAMPLE_CURRENCY } from './files'
import { SAMPLE_BRANCH_NAMES } from './groups'
import { makeSampleWorkshop } from './workshop'

export const SAMPLE_BUSINESS = {
  name: 'Kilimani Motors (sample)',
  timeZone: SAMPLE_TIME_ZONE,
  currency: SAMPLE_CURRENCY,
  country: 'TZ',
  isSample: true,
}

/**
 * Fills a migrated database with the sample workshop as of `now`. Its records go through the same import as anybody's
 * files, so that everything derived from them is derived the same way. Wherever a load was cut off, the next one makes
 * it whole and adds nothing twice.
 * @throws BusinessMismatchError for a business with another zone or currency, and what `importFiles` throws.
 */
export async function loadSampleWorkshop(pool: pg.Pool, now: Date): Promise<void> {
  const db = createDatabase(pool)
  await ensureBusiness(db, SAMPLE_BUSINESS)
  await renameBranch(db, MAIN_BRANCH, SAMPLE_BRANCH_NAMES.main)
  const { customers, orders, vehicles } = makeSampleWorkshop(now)
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-sample-'))
  try {
    const files = {
      customersFile: join(folder, 'customers.csv'),
      ordersFile: join(folder, 'orders.csv'),
      errorsFile: join(folder, 'errors.csv'),
    }
    await writeFile(files.customersFile, customersFile(customers))
    await writeFile(files.ordersFile, ordersFile(orders))
    const { applied, errors } = await importFiles({ pool, caller: shellCaller(), ...files, currencyGiven: true })
    if (!applied) throw new Error(`The import refuses ${errors.total} values of the sample.`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (!(await isSampleComplete(db))) await addVehicles(db, vehicles)
}
