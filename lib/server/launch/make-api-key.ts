import { parseArgs } from 'node:util'
import { shellCaller } from '@/db/access'
import { createDatabase } from '@/db/client'
import { createApiKey } from '@/db/commands/api-keys'
import { type ApiKeyRequest, apiKeySchema } from '@/lib/accounts/contract'
import { RequestError } from '@/lib/failure'
import { ROLES } from '@/lib/roles'
import { newApiKey } from '@/lib/server/auth/secrets'
import { ensureRealBusiness } from './business'
import { type CommandContext, CommandError } from './command'
import { openDatabase } from './open-database'
import { MAIN_DATA_DIR } from './start'

const USAGE = `Usage: npm run -s api-key -- --name NAME --role ${ROLES.join('|')} [--branches CODE,CODE] [--days N] [--sample]`

/** Makes a key for a program. Standard output has the key and nothing else; what is being done goes to standard error. */
export async function makeApiKey({ env }: CommandContext, args: string[]): Promise<number> {
  const { sample, request } = readArguments(args)
  const database = await openDatabase(env, env.DATA_DIR ?? MAIN_DATA_DIR, false, console.error)
  try {
    await ensureRealBusiness(database, env, sample)
    const { key, ...kept } = newApiKey()
    await createApiKey(createDatabase(database.pool), shellCaller(), request, kept)
    console.log(key)
  } catch (error) {
    throw error instanceof RequestError ? new CommandError(error.message) : error
  } finally {
    await database.close()
  }
  return 0
}

function readArguments(args: string[]): { sample: boolean; request: ApiKeyRequest } {
  const text = { type: 'string' } as const
  const options = { name: text, role: text, branches: text, days: text, sample: { type: 'boolean' } } as const
  const { name, role, branches, days, sample = false } = parse(() => parseArgs({ args, options }).values)
  const codes = branches?.split(',').map((code) => code.trim())
  const asked = apiKeySchema.safeParse({ name, role, all_branches: !codes, branches: codes, days })
  if (!asked.success) {
    const lines = asked.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`)
    throw new CommandError(`${lines.join('\n')}\n${USAGE}`)
  }
  return { sample, request: asked.data }
}

function parse<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new CommandError(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}
