import { tmpdir } from 'node:os'
import { type Account, runProgram } from './program'

/**
 * Who runs PostgreSQL: ourselves (null), or as root the account `postgres`, else `nobody`. Windows has no such accounts;
 * its PostgreSQL gives up an administrator's rights by itself.
 */
export async function findAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return null
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = [await idOf(name, '-u'), await idOf(name, '-g')]
    if (uid > 0 && gid > 0) return { uid, gid }
  }
  throw new Error('As root, PostgreSQL needs an account to run under: create one named postgres, or set DATABASE_URL.')
}

async function idOf(name: string, which: '-u' | '-g'): Promise<number> {
  const { code, output } = await runProgram('id', [which, name], tmpdir())
  return code === 0 ? Number(output) : 0
}
