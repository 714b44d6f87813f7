import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Env } from '@/lib/env'
import { keepPrivateFile } from './private-file'

/** What session cookies are signed with: SESSION_SECRET, else one that is made once and kept in a file of DATA_DIR. */
export async function keepSessionSecret(env: Pick<Env, 'SESSION_SECRET'>, dataDir: string): Promise<string> {
  if (env.SESSION_SECRET) return env.SESSION_SECRET
  const { text } = await keepPrivateFile(join(dataDir, 'session-secret'), () => randomBytes(32).toString('hex'))
  return text
}
