import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { isAlive } from './file-lock'
import { codeOf, readIfThere } from './file-state'
import { runProgram } from './program'

/** No system gives a process this id. */
const NO_PROCESS = '99999999'

/** Long enough for the recovery of a large database. */
const READY_MS = 300_000

/**
 * The port of the server that runs on this cluster, once it takes connections; null where none runs. `urlAt` is the
 * administrator's URL at a port.
 * @throws Error when a server is there and does not get ready.
 */
export async function findRunning(data: string, urlAt: (port: number) => string): Promise<number | null> {
  for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await sleep(100)) {
    const [pid, , , port] = ((await readIfThere(join(data, 'postmaster.pid'))) ?? '').split('\n')
    if (!isAlive(Number(pid))) return null
    if (!(await isPostgres(Number(pid)))) await disown(data)
    else if (port && (await accepts(urlAt(Number(port))))) return Number(port)
  }
  throw new Error(`The PostgreSQL that runs in ${data} does not get ready.`)
}

/** Whether the server takes connections; it does not yet while it recovers, and no more while it stops. */
async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return true
  } catch (error) {
    if (codeOf(error)?.startsWith('28')) throw error
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

/** Whether the process is a living PostgreSQL: a crash leaves an id behind that anything may have by now. */
export async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true
  const linux = await readIfThere(`/proc/${pid}/stat`)
  const state = linux ?? (await runProgram('ps', ['-o', 'stat=,comm=', '-p', String(pid)], '/')).output
  return state.includes('postgres') && !/^\s*Z|\) Z/.test(state)
}

/**
 * Puts an id that nobody has into the file that a crash left behind. The rest of the file stays, for by it PostgreSQL
 * sees whether processes of the former server still use the cluster.
 */
async function disown(data: string): Promise<void> {
  const path = join(data, 'postmaster.pid')
  const content = await readIfThere(path)
  if (content !== null) await writeFile(path, content.replace(/^\d+/, NO_PROCESS))
}
