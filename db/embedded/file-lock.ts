import { randomUUID } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from './file-state'

const BEAT_MS = 1_000
const STALE_MS = 10_000

/**
 * Runs `work` while holding the lock file, waiting for whoever holds it. The holder touches the file each second, so
 * one whose process is gone, or that nobody has touched for 10 s, is taken over.
 * @throws Error when it is still held after `waitMs`.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>, waitMs = 120_000): Promise<T> {
  const deadline = Date.now() + waitMs
  const token = `${process.pid} ${randomUUID()}`
  while (!(await create(path, token))) {
    if (await isStale(path)) await takeAway(path)
    else if (Date.now() > deadline) throw new Error(`${path} is held by another process; delete it if there is none.`)
    else await sleep(50)
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), BEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    if ((await readFile(path, 'utf8').catch(() => '')) === token) await rm(path, { force: true })
  }
}

/** Whether a process with this id lives, whoever owns it. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

async function create(path: string, token: string): Promise<boolean> {
  try {
    await writeFile(path, token, { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function isStale(path: string): Promise<boolean> {
  try {
    const [found, content] = await Promise.all([stat(path), readFile(path, 'utf8')])
    if (Date.now() - found.mtimeMs > STALE_MS) return true
    // Just created and not yet written: its age decides.
    return content !== '' && !isAlive(Number(content.split(' ')[0]))
  } catch {
    return false
  }
}

/** Removes a stale lock. A second file keeps two from removing at once, when the later would remove a fresh lock. */
async function takeAway(path: string): Promise<void> {
  const breaker = `${path}.break`
  if (await create(breaker, String(process.pid))) {
    if (await isStale(path)) await rm(path, { force: true })
    await rm(breaker, { force: true })
  } else if (await isStale(breaker)) {
    await rm(breaker, { force: true })
  } else {
    await sleep(20)
  }
}
