import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/db/embedded/server'
import { CommandError } from '@/lib/server/launch/command'
import { runNext } from '@/lib/server/launch/next-program'

/** Serves the built application on a database while `work` runs. */
export async function withServer(
  databaseUrl: string,
  sessionSecret: string,
  signal: AbortSignal,
  work: (address: string) => Promise<void>,
): Promise<void> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const ended = new AbortController()
  const env = { DATABASE_URL: databaseUrl, SESSION_SECRET: sessionSecret, LOG_LEVEL: 'warn' }
  const stopped = AbortSignal.any([signal, ended.signal])
  const server = runNext(['start', '-H', '127.0.0.1', '-p', String(port)], env, stopped)
  try {
    while (!(await answers(address))) {
      if (server.child.exitCode !== null) throw new CommandError(`The server has ended.\n${server.output()}`)
      await sleep(100)
    }
    await work(address)
  } finally {
    ended.abort()
    await server.exited
  }
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(`${address}/api/health`).catch(() => null)
  return response?.ok ?? false
}
