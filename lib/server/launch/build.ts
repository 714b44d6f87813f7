import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withFileLock } from '@/db/embedded/file-lock'
import { readIfThere } from '@/db/embedded/file-state'
import { CommandError } from './command'
import { runNext } from './next-program'
import { step } from './step'

const SOURCES = ['app', 'components', 'db', 'lib', 'public']
const FILES = [
  'instrumentation.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]
const STAMP = join('.next', 'sources.sha256')

/** Builds the application unless its build is of these very sources. The stamp is written last: half a build has none. */
export async function buildIfNeeded(signal: AbortSignal): Promise<void> {
  const hash = await hashSources()
  if ((await readIfThere(STAMP)) === hash) return
  await mkdir('.next', { recursive: true })
  // Not in .next, which a build empties.
  await withFileLock(
    join('node_modules', '.build-lock'),
    async () => {
      if ((await readIfThere(STAMP)) === hash) return
      await rm(STAMP, { force: true })
      await step('Building the application', () => build(signal))
      await writeFile(STAMP, hash)
    },
    600_000,
  )
}

async function build(signal: AbortSignal): Promise<void> {
  const { exited, output } = runNext(['build'], {}, signal)
  if ((await exited) !== 0) {
    signal.throwIfAborted()
    throw new CommandError(`The application can not be built.\n${output()}`)
  }
}

/** A hash of every source that a build depends on; tests are none. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256')
  const nested = await Promise.all(SOURCES.map(async (folder) => filesOf(folder)))
  for (const path of [...FILES, ...nested.flat()].sort()) {
    const content = await readIfThere(path)
    if (content !== null) hash.update(`${path}\0${content.length}\0${content}`)
  }
  return hash.digest('hex')
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
