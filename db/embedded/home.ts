import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './file-lock'
import { exists, isOpenToOthers, readIfThere } from './file-state'
import { isPostgres } from './postmaster'
import type { Account } from './program'

/** Where root keeps what an unprivileged account must be able to read. */
export const SHARED_HOME = '/var/lib/customer-groups'

/**
 * The folder that holds the cluster and its log, owned by the account that runs it: inside DATA_DIR, or where only root
 * can look into DATA_DIR, in a folder of /var/lib to which the file `location` in DATA_DIR points.
 */
export async function findHome(dataDir: string, account: Account): Promise<string> {
  const inside = join(dataDir, 'postgresql')
  const pointer = join(dataDir, 'location')
  const pointed = (await readIfThere(pointer))?.trim()
  if (pointed && (await exists(pointed))) return pointed
  if (!account || (await exists(inside)) || (await openToOthers(dataDir))) return makeHome(inside, account)
  const key = createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16)
  const outside = join(SHARED_HOME, key)
  if (await exists(outside)) await putAside(outside)
  await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 })
  await makeHome(outside, account)
  await writeFile(pointer, `${outside}\n`)
  return outside
}

/** DATA_DIR was deleted and begins anew. What was its cluster is stopped and kept: records are never deleted here. */
async function putAside(home: string): Promise<void> {
  const pid = Number.parseInt((await readIfThere(join(home, 'data', 'postmaster.pid'))) ?? '', 10)
  if (isAlive(pid) && (await isPostgres(pid))) process.kill(pid, 'SIGINT')
  while (isAlive(pid) && (await isPostgres(pid))) await sleep(100)
  await rename(home, `${home}.${Date.now()}`)
}

/** Lets others pass through DATA_DIR itself (its files stay closed to them) if they can get that far. */
async function openToOthers(dataDir: string): Promise<boolean> {
  if (!(await isOpenToOthers(dirname(resolve(dataDir))))) return false
  await chmod(dataDir, (await stat(dataDir)).mode | 0o001)
  return true
}

async function makeHome(home: string, account: Account): Promise<string> {
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (account) await chown(home, account.uid, account.gid)
  return home
}
