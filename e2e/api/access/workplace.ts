import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand, type ServingCommand, serveCommand } from '@/e2e/commands/command-process'
import { sendAction } from './action-request'
import { type BuiltAction, type BuiltEntries, readBuiltEntries } from './built-entries'
import { customerFiles } from './customers'

/** Headers by which a request is somebody's. */
export type As = Record<string, string>

const GIVEN = {
  BUSINESS_NAME: 'Northern Motors',
  BUSINESS_TIMEZONE: 'UTC',
  BUSINESS_CURRENCY: 'USD',
  LOG_LEVEL: 'trace',
}

type ImportFiles = { customers: string; orders: string }

/** The built application on three customers of two branches, and the ways to ask it for something. */
export class Workplace {
  private constructor(
    readonly dataDir: string,
    readonly entries: BuiltEntries,
    private readonly server: ServingCommand,
  ) {}

  /** Imports the customers and starts the server. */
  static async open(): Promise<Workplace> {
    const dataDir = await mkdtemp(join(tmpdir(), 'customer-groups-access-'))
    await importInto(dataDir, customerFiles())
    // The start builds first where there is no build of these sources.
    const server = await serveCommand('start', [], { ...GIVEN, DATA_DIR: dataDir })
    return new Workplace(dataDir, await readBuiltEntries(), server)
  }

  get address(): string {
    return this.server.address
  }

  /** The token of the link that the start printed for the first administrator. */
  get setupToken(): string {
    return /\/setup\?token=([\w-]+)/.exec(this.server.output())?.[1] ?? ''
  }

  /** What the server has written since it was ready and had printed what is meant to be read. */
  log(): string {
    return this.server.output().split('Ctrl-C stops it.')[1] ?? ''
  }

  /** Imports two files by their contents, as whoever works at the machine does. */
  import(files: ImportFiles): Promise<void> {
    return importInto(this.dataDir, files)
  }

  get(path: string, headers: As = {}): Promise<Response> {
    return fetch(`${this.address}${path}`, { headers, redirect: 'manual' })
  }

  /** A built action by its name in the table, without its kind. */
  action(name: string): BuiltAction {
    const found = this.entries.actions.find(({ entry }) => entry === `ACTION ${name}`)
    if (!found) throw new Error(`the build has no action ${name}`)
    return found
  }

  act(name: string, fields: Record<string, string | string[]>, headers: As = {}): Promise<Response> {
    return sendAction({ address: this.address, action: this.action(name), fields, headers })
  }

  async stop(): Promise<void> {
    await this.server.stop()
    await rm(this.dataDir, { recursive: true, force: true })
  }
}

async function importInto(dataDir: string, files: ImportFiles): Promise<void> {
  const [customers, orders] = [join(dataDir, 'customers.csv'), join(dataDir, 'orders.csv')]
  await writeFile(customers, files.customers)
  await writeFile(orders, files.orders)
  const env = { ...GIVEN, DATA_DIR: dataDir }
  const { code, output } = await runCommand('import', ['--customers', customers, '--orders', orders], env)
  if (code !== 0) throw new Error(output)
}
