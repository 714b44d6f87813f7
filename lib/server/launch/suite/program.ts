import { spawn } from 'node:child_process'
import { childEnv } from '@/lib/env'

export type ProgramResult = { code: number; output: string; ms: number }
export type ProgramOptions = {
  signal: AbortSignal
  env?: Record<string, string>
  /** Shown while it runs, or kept for when it fails. */
  live?: boolean
}

const GRACE_MS = 20_000

/**
 * Runs a program of node_modules under this Node, in a process group of its own: what it leaves behind is ended with it.
 * The signal interrupts it as Ctrl-C would, and after 20 s ends the group.
 */
export function runNodeProgram(path: string, args: string[], options: ProgramOptions): Promise<ProgramResult> {
  const { signal, live = false } = options
  const began = Date.now()
  const isGroup = process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`node_modules/${path}`, ...args], {
      env: childEnv({ NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1', ...options.env }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: isGroup,
    })
    const { pid } = child
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk
        if (live) process.stdout.write(chunk)
      })
    }
    const end = (how: NodeJS.Signals) => {
      if (isGroup && pid) killGroup(pid, how)
      else child.kill(how)
    }
    const interrupt = () => {
      end('SIGINT')
      setTimeout(() => end('SIGKILL'), GRACE_MS).unref()
    }
    if (signal.aborted) interrupt()
    signal.addEventListener('abort', interrupt, { once: true })
    child.once('error', reject)
    child.once('exit', (code) => {
      signal.removeEventListener('abort', interrupt)
      end('SIGKILL')
      child.once('close', () => resolve({ code: code ?? 1, output, ms: Date.now() - began }))
    })
  })
}

function killGroup(leader: number, how: NodeJS.Signals): void {
  try {
    process.kill(-leader, how)
  } catch {
    // The group has ended.
  }
}
