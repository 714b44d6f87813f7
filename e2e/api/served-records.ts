import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand, serveCommand } from '@/e2e/commands/command-process'
import { makeKey } from './api-key'

/** The data sets of e2e/data, with the currency of their files. */
export const DATA_SETS = { chinook: 'USD', northwind: 'USD', oracle_co: 'USD', workshop_edges: 'TZS' } as const
export type DataSet = keyof typeof DATA_SETS

/** The built application on records of its own. `key` is a manager's; `business` changes the business while it serves. */
export type ServedRecords = {
  address: string
  key: string
  business(args: string[]): Promise<void>
  stop(): Promise<void>
}

/** Imports a data set into a new database, as a person would, and serves it. */
export async function serveRecords(set: DataSet): Promise<ServedRecords> {
  const dataDir = await mkdtemp(join(tmpdir(), 'customer-groups-api-'))
  const env = { DATA_DIR: dataDir, BUSINESS_CURRENCY: DATA_SETS[set], LOG_LEVEL: 'warn' }
  const folder = join('e2e', 'data', set)
  const files = ['--customers', join(folder, 'customers.csv'), '--orders', join(folder, 'orders.csv')]
  await succeed('import', files, env)
  const server = await serveCommand('start', [], env)
  return {
    address: server.address,
    key: await makeKey(env, { role: 'manager' }),
    business: (args) => succeed('business', args, { DATA_DIR: dataDir }),
    stop: async () => {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function succeed(command: string, args: string[], env: Record<string, string>): Promise<void> {
  const { code, output } = await runCommand(command, args, env)
  if (code !== 0) throw new Error(`npm run ${command} ended with ${code}\n${output}`)
}
