import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { childEnv } from '@/lib/env'

/** A run of Next's program: `output` is what it has written until it was released to our own output. */
export type NextProgram = {
  child: ChildProcess
  exited: Promise<number>
  output(): string
  /** From now on what it writes is passed on. */
  release(): void
}

/** Runs `next <args>` with changes to the environment; the signal asks it to stop, and after 20 s makes it. */
export function runNext(args: string[], env: Record<string, string>, signal: AbortSignal): NextProgram {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const child = spawn(process.execPath, [next, ...args], {
    // NODE_ENV is Next's to choose. The channel tells the server when we are gone.
    env: childEnv({ NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', ...env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let held = ''
  let released = false
  for (const [from, to] of [[child.stdout, process.stdout] as const, [child.stderr, process.stderr] as const]) {
    from?.on('data', (chunk) => {
      if (released) to.write(chunk)
      else held += chunk
    })
  }
  const stop = () => {
    child.kill('SIGTERM')
    setTimeout(() => child.kill('SIGKILL'), 20_000).unref()
  }
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  const exited = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
  return { child, exited, output: () => held, release: () => (released = true) }
}
