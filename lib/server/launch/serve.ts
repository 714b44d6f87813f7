import { setTimeout as sleep } from 'node:timers/promises'
import type { Address } from './address'
import { CommandError } from './command'
import { runNext } from './next-program'

/** What is served, and what to say besides the address once it answers. */
export type Serving = {
  address: Address
  databaseUrl: string
  sessionSecret: string
  notice?: string
  signal: AbortSignal
}

/**
 * Serves the application until the signal, and prints its address once it answers.
 * @throws CommandError when the server ends by itself; what it wrote is in the message.
 */
export async function serve(
  mode: 'start' | 'dev',
  { address, databaseUrl, sessionSecret, notice = '', signal }: Serving,
): Promise<void> {
  signal.throwIfAborted()
  const { host, port, local, url } = address
  const env = { DATABASE_URL: databaseUrl, SESSION_SECRET: sessionSecret }
  const server = runNext([mode, '-H', host, '-p', String(port)], env, signal)
  let ended = false
  const exited = server.exited.finally(() => {
    ended = true
  })
  while (!ended && !(await answers(local))) await sleep(100)
  if (!ended) {
    server.release()
    console.log(`\n  Customer Groups is ready: ${url}\n${notice}  Ctrl-C stops it.\n`)
  }
  const code = await exited
  if (!signal.aborted) throw new CommandError(`The server has ended by itself (exit code ${code}).\n${server.output()}`)
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
  return response?.ok ?? false
}
