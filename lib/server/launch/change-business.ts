import { parseArgs } from 'node:util'
import { shellCaller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { changeBusiness } from '@/db/commands/business'
import { findBusiness } from '@/db/queries/business'
import { type Env, readEnv } from '@/lib/env'
import { businessSettings } from './business'
import { CommandError } from './command'
import { openDatabase } from './open-database'
import { MAIN_DATA_DIR } from './start'

/** Changes what the arguments name and prints the business as it is then. */
export async function changeRecordedBusiness(env: Env, args: string[]): Promise<number> {
  const change = parseChange(args)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR)
  try {
    const db = createDatabase(database.pool)
    if (!(await findBusiness(db))) throw new CommandError('There is no business yet: `npm start` creates it.')
    const { name, timeZone, currency, country } = await changeBusiness(db, shellCaller(), change)
    console.log(`${name}\n  time zone  ${timeZone}\n  currency   ${currency}\n  country    ${country}`)
  } finally {
    await database.close()
  }
  return 0
}

function parseChange(args: string[]) {
  const text = { type: 'string' } as const
  const options = { name: text, 'time-zone': text, currency: text, country: text }
  const { values } = readArguments(() => parseArgs({ args, options }))
  return businessSettings(
    readEnv({
      BUSINESS_NAME: values.name,
      BUSINESS_TIMEZONE: values['time-zone'],
      BUSINESS_CURRENCY: values.currency,
      BUSINESS_COUNTRY: values.country,
    }),
  )
}

function readArguments<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error))
  }
}
