import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { SQL } from 'drizzle-orm'
import { shellCaller } from '@/db/access'
import { type BusinessSettings, ensureBusiness } from '@/db/commands/business'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { type ImportOptions, importFiles } from '@/lib/server/import/import-files'
import type { ImportReport } from '@/lib/server/import/report'

/** Files by their contents, or by a path where it begins with `e2e/`. */
export type TrialFiles = { customers?: string | Buffer; orders?: string | Buffer }
type TrialOptions = Partial<Omit<ImportOptions, 'customersFile' | 'ordersFile' | 'errorsFile'>>

/** A database with a business, and a folder for the files that are imported into it. */
export type Trial = TestDatabase & {
  folder: string
  importFiles(files: TrialFiles, options?: TrialOptions): Promise<ImportReport>
  rows(query: SQL): Promise<Record<string, unknown>[]>
  /** The rows of the errors file. */
  errorRows(): Promise<Record<string, string>[]>
  end(): Promise<void>
}

const SETTINGS = { currency: 'USD', timeZone: 'Africa/Dar_es_Salaam' }

export async function createTrial(settings: BusinessSettings = SETTINGS): Promise<Trial> {
  const database = await createTestDatabase()
  await ensureBusiness(database.db, settings)
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-import-'))
  const errorsFile = join(folder, 'errors.csv')
  const place = async (name: string, content: string | Buffer | undefined) => {
    if (content === undefined || String(content).startsWith('e2e/')) return content?.toString()
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  return {
    ...database,
    folder,
    async importFiles({ customers, orders }, options) {
      const customersFile = await place('customers.csv', customers)
      const ordersFile = await place('orders.csv', orders)
      return importFiles({
        pool: database.pool,
        caller: shellCaller(),
        currencyGiven: true,
        ...options,
        customersFile,
        ordersFile,
        errorsFile,
      })
    },
    rows: async (query) => (await database.db.execute(query)).rows,
    errorRows: async () => parse(await readFile(errorsFile), { columns: true, bom: true }),
    end: async () => {
      await rm(folder, { recursive: true, force: true })
      await database.drop()
    },
  }
}
