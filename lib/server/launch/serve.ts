import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/db/embedded/server'
import { CommandError } from './command'
import { runNext } from './next-program'

/**
 * The port to serve on: the wanted one, or any free one for 0.
 * @throws CommandError naming PORT when something else listens there.
 */
export async function reservePort(wanted: number): Promise<number> {
  if (wanted === 0) return freePort()
  await new Promise<void>((resolve, reject) => {
    const listener = createServer()
    listener.once('error', (error) => {
      const code = 'code' in error ? error.code : error.message
      const why = code === 'EADDRINUSE' ? 'is in use by another program' : `can not be used (${code})`
      reject(
        new CommandError(`Port ${wanted} ${why}. Stop that program, or set PORT to another port (0: any free one).`),
      )
    })
    listener.listen(wanted, '127.0.0.1', () => listener.close(() => resolve()))
  })
  return wanted
}

/**
 * Serves the application on 127.0.0.1 until the signal, and prints its address once it answers.
 * @throws CommandError when the server ends by itself; what it wrote is in the message.
 */
export async function serve(
  mode: 'start' | 'dev',
  { port, databaseUrl, signal }: { port: number; databaseUrl: string; signal: AbortSignal },
): Promise<void> {
  signal.throwIfAborted()
  const address = `http://127.0.0.1:${port}`
  const server = runNext([mode, '-H', '127.0.0.1', '-p', String(port)], { DATABASE_URL: databaseUrl }, signal)
  let ended = false
  const exited = server.exited.finally(() => {
    ended = true
  })
  while (!ended && !(await answers(address))) await sleep(100)
  if (!ended) {
    server.release()
    console.log(`\n  Customer Groups is ready: ${address}\n  Ctrl-C stops it.\n`)
  }
  const code = await exited
  if (!signal.aborted) throw new CommandError(`The server has ended by itself (exit code ${code}).\n${server.output()}`)
}

async function answers(address: string): Promise<boolean> {
  const response = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(30_000) }).catch(() => null)
  return response?.ok ?? false
}
