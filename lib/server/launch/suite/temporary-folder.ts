import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from '@/db/embedded/file-lock'
import { SHARED_HOME } from '@/db/embedded/home'

/**
 * Gives `work` a folder for everything temporary. When it ends, however it ends, the database servers that still run in
 * the folder are stopped and the folder is removed.
 */
export async function withTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'customer-groups-'))
  // The account that runs PostgreSQL for root must be able to pass.
  await chmod(folder, 0o755)
  try {
    return await work(folder)
  } finally {
    const outside = await homesOutside(folder)
    for (const place of [folder, ...outside]) {
      await stopServersIn(place)
      await rm(place, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** The folders of /var/lib that the temporary data folders point to. */
async function homesOutside(folder: string): Promise<string[]> {
  const homes = await Promise.all((await filesNamed('location', folder)).map((path) => readFile(path, 'utf8')))
  return homes.map((home) => home.trim()).filter((home) => home.startsWith(`${SHARED_HOME}/`))
}

async function stopServersIn(folder: string): Promise<void> {
  for (const path of await filesNamed('postmaster.pid', folder)) {
    const pid = Number.parseInt(await readFile(path, 'utf8'), 10)
    if (isAlive(pid)) process.kill(pid, process.platform === 'win32' ? 'SIGKILL' : 'SIGQUIT')
    for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await sleep(50)
  }
}

async function filesNamed(name: string, folder: string): Promise<string[]> {
  // What just ends may still remove its files.
  const paths = await readdir(folder, { recursive: true }).catch(() => [])
  return paths.filter((path) => basename(path) === name).map((path) => join(folder, path))
}
