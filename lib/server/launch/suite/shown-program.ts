import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { childEnv } from '@/lib/env'

/** Runs a program of this machine, shows what it writes, and returns whether it succeeded. */
export async function runShown(
  file: string,
  args: string[],
  signal: AbortSignal,
  changes: Record<string, string | undefined> = {},
): Promise<boolean> {
  const env = childEnv({ DEBIAN_FRONTEND: 'noninteractive', ...changes })
  const child = spawn(file, args, { env, signal, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = await once(child, 'exit').catch(() => [1])
  return ended[0] === 0
}
