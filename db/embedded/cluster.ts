import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findAccount } from './account'
import { findBinaries } from './binaries'
import { isAlive, withFileLock } from './file-lock'
import { readIfThere } from './file-state'
import { findHome, SHARED_HOME } from './home'
import { findRunning } from './postmaster'
import { keepCredentials, prepareDatabase, roleUrl } from './roles'
import { dataOf, initialise, type Server, start, stop } from './server'

/** A running PostgreSQL: `ownerUrl` migrates, `appUrl` serves without the right to change definitions. */
export type Cluster = {
  ownerUrl: string
  appUrl: string
  /** Whether this process answers for stopping it: it started it, or whoever did is gone. */
  startedHere: boolean
  /** Stops the server if it was started here (smart, then fast); an ephemeral one is removed as well. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL whose cluster lives in `dataDir`, or attaches to it where it runs. The first start makes the
 * cluster, the roles and an empty database; after a crash the server recovers by itself.
 * @throws Error when there are no binaries for this machine or the server does not start; its log is in the message.
 */
export async function startCluster(options: { dataDir: string; ephemeral?: boolean }): Promise<Cluster> {
  const dataDir = resolve(options.dataDir)
  await mkdir(dataDir, { recursive: true })
  const account = await findAccount()
  const lock = join(dataDir, 'lock')
  return withFileLock(lock, async () => {
    const bin = await findBinaries(account, SHARED_HOME)
    const home = await findHome(dataDir, account)
    const server: Server = { bin, home, account, ephemeral: options.ephemeral ?? false }
    const credentials = await keepCredentials(join(dataDir, 'credentials.json'))
    const running = await findRunning(dataOf(server), (port) => roleUrl('admin', credentials, port, 'postgres'))
    const port = running ?? (await firstStart(server, credentials.admin))
    await prepareDatabase(credentials, port)
    const startedHere = await claim(join(dataDir, 'starter'), running === null)
    return {
      ownerUrl: roleUrl('owner', credentials, port),
      appUrl: roleUrl('app', credentials, port),
      startedHere,
      stop: async () => {
        if (!startedHere) return
        await withFileLock(lock, () => stop(server))
        if (server.ephemeral)
          await Promise.all([home, dataDir].map((path) => rm(path, { recursive: true, force: true })))
      },
    }
  })
}

async function firstStart(server: Server, adminPassword: string): Promise<number> {
  await initialise(server, adminPassword)
  return start(server)
}

/** Notes who answers for the server. One whose starter was killed goes to the next who comes. */
async function claim(path: string, started: boolean): Promise<boolean> {
  const starter = Number(await readIfThere(path))
  const ours = started || !isAlive(starter)
  if (ours) await writeFile(path, String(process.pid))
  return ours
}
