import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { chown, readdir, rename, rm, truncate, unlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { exists, readIfThere } from './file-state'
import { type Account, runProgram } from './program'
import { serverOptions } from './settings'

/** One PostgreSQL on this machine: its programs, its folder, and the account that runs it. */
export type Server = { bin: string; home: string; account: Account; ephemeral: boolean }

/** The cluster itself, beside the server's log. */
export const dataOf = (server: Server) => join(server.home, 'data')

/**
 * Makes the cluster if there is none. It is made under a name of its own and then renamed: one that was cut off half-made
 * is made anew, even if its initdb has outlived whoever started it.
 */
export async function initialise(server: Server, password: string): Promise<void> {
  const data = dataOf(server)
  await removeUnfinished(server.home)
  if (await exists(join(data, 'PG_VERSION'))) return
  const unfinished = join(server.home, `unfinished-${randomUUID()}`)
  const passwordFile = `${unfinished}.password`
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (server.account) await chown(passwordFile, server.account.uid, server.account.gid)
  const locale = ['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
  const sync = server.ephemeral ? ['--no-sync'] : []
  await run(server, 'initdb', ['-D', unfinished, ...locale, ...access, ...sync])
  await unlink(passwordFile)
  await rename(unfinished, data)
}

/** Starts the server on a free port and returns the port. After `kill -9` its children may need a moment to go. */
export async function start(server: Server, attempts = 20): Promise<number> {
  const log = join(server.home, 'server.log')
  await truncate(log).catch(() => {})
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const options = serverOptions(port, server.ephemeral)
    const args = ['start', '-w', '-t', '120', '-D', dataOf(server), '-l', log, '-o', options]
    const { code, output } = await runProgram(join(server.bin, 'pg_ctl'), args, server.home, server.account)
    if (code === 0) return port
    if (attempt === attempts) throw new Error(`PostgreSQL does not start.\n${output}\n${await readIfThere(log)}`)
    await sleep(500)
  }
}

/** Stops the server: it waits for its clients a moment, then disconnects them. */
export async function stop(server: Server): Promise<void> {
  const args = ['stop', '-w', '-D', dataOf(server)]
  const pgCtl = (mode: string[]) =>
    runProgram(join(server.bin, 'pg_ctl'), [...args, ...mode], server.home, server.account)
  if (server.ephemeral) await pgCtl(['-m', 'immediate'])
  else if ((await pgCtl(['-m', 'smart', '-t', '5'])).code !== 0) await pgCtl(['-m', 'fast', '-t', '60'])
}

/** A port of the loopback address that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  listener.close()
  await once(listener, 'close')
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    // What is still being written to is left for the next start.
    if (name.startsWith('unfinished-')) await rm(join(home, name), { recursive: true, force: true }).catch(() => {})
  }
}

async function run(server: Server, program: string, args: string[]): Promise<void> {
  const { code, output } = await runProgram(join(server.bin, program), args, server.home, server.account)
  if (code !== 0) throw new Error(`${program} failed.\n${output}`)
}
