import { runCommand } from '@/e2e/commands/command-process'

/** What a key may do, as the command takes it: `--role manager --branches north`. */
export type KeyFor = { role: string; branches?: string }

/** A new key for the records of an environment (its DATA_DIR), as `npm run api-key` prints it. */
export async function makeKey(env: Record<string, string>, { role, branches }: KeyFor): Promise<string> {
  const limits = branches ? ['--branches', branches] : []
  const { code, output } = await runCommand('api-key', ['--name', `tests as ${role}`, '--role', role, ...limits], env)
  const key = /cgk_\S+/.exec(output)?.[0]
  if (code !== 0 || !key) throw new Error(`npm run api-key ended with ${code}\n${output}`)
  return key
}

/** The header by which a request is the key's. */
export function bearer(key: string): { Authorization: string } {
  return { Authorization: `Bearer ${key}` }
}
