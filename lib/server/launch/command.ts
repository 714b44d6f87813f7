import { BusinessChangeError, BusinessMismatchError } from '@/db/commands/business'
import { type Env, EnvError, loadEnvFile, readEnv } from '@/lib/env'

/** The command can not go on, for a reason that its user can do something about. */
export class CommandError extends Error {}

/** What a command is given: the checked environment, and a signal that ends it (Ctrl-C, SIGTERM, a lost parent). */
export type CommandContext = { env: Env; signal: AbortSignal }

/**
 * Runs a command and sets the exit code that it resolves to. It cleans up in its own `finally` blocks, whether it ends,
 * fails or is stopped; a failure that its user can mend is told by its message alone. `failed` is the exit code of one.
 */
export async function runCommand(work: (context: CommandContext) => Promise<number>, failed = 1): Promise<void> {
  const controller = new AbortController()
  const stop = () => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop)
  process.once('disconnect', stop)
  process.channel?.unref()
  try {
    loadEnvFile()
    process.exitCode = await work({ env: readEnv(), signal: controller.signal })
  } catch (error) {
    process.exitCode = controller.signal.aborted ? 130 : failed
    if (!controller.signal.aborted) console.error(isMendable(error) ? error.message : error)
  }
}

function isMendable(error: unknown): error is Error {
  return [CommandError, EnvError, BusinessMismatchError, BusinessChangeError].some((kind) => error instanceof kind)
}
