import { spawn } from 'node:child_process'
import { childEnv } from '@/lib/env'

/** The unprivileged account that runs PostgreSQL, which refuses to run as root; null: our own. */
export type Account = { uid: number; gid: number } | null

/**
 * Runs a program to its end and returns its exit code and what it wrote. `cwd` must be readable for the account.
 * @throws Error when it can not be started at all.
 */
export function runProgram(file: string, args: string[], cwd: string, account: Account = null) {
  return new Promise<{ code: number; output: string }>((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: childEnv({ LC_ALL: 'C' }),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...account,
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.once('error', reject)
    // Not `close`: on Windows the server that pg_ctl leaves behind keeps the pipes open.
    child.once('exit', (code) => {
      setImmediate(() => {
        child.stdout.destroy()
        child.stderr.destroy()
        resolve({ code: code ?? 1, output })
      })
    })
  })
}
