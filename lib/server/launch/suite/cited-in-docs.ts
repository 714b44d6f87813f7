import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { exists } from '@/db/embedded/file-state'
import { envSchema } from '@/lib/env'
import { findCitations } from './citations'
import type { SuiteResult } from './result'

const CODE = ['app', 'components', 'db', 'lib', 'scripts']

/** Whether every path, script and environment variable that the documents cite exists. */
export async function checkDocs(): Promise<SuiteResult> {
  const began = Date.now()
  const pages = [...(await markdownIn('.', false)), ...(await markdownIn('docs', true))]
  const known = { scripts: await scriptNames(), constants: await constantNames() }
  const missing = (await Promise.all(pages.map((page) => missingIn(page, known)))).flat()
  const failed = missing.length > 0 ? 1 : 0
  return { name: 'docs', passed: 1 - failed, failed, ms: Date.now() - began, output: missing.join('\n') }
}

async function missingIn(page: string, known: { scripts: Set<string>; constants: Set<string> }): Promise<string[]> {
  const { links, paths, scripts, variables } = findCitations(await readFile(page, 'utf8'))
  const files = [...paths, ...links.map((link) => join(dirname(page), link))]
  const present = await Promise.all(files.map((path) => exists(path)))
  const isVariable = (name: string) => name in envSchema.shape || known.constants.has(name)
  return [
    ...files.filter((_, index) => !present[index]),
    ...scripts.filter((name) => !known.scripts.has(name)).map((name) => `npm run ${name}`),
    ...variables.filter((name) => !isVariable(name)),
  ].map((cited) => `${page} cites ${cited}, which does not exist`)
}

async function markdownIn(folder: string, recursive: boolean): Promise<string[]> {
  const names = await readdir(folder, { recursive })
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name))
}

async function scriptNames(): Promise<Set<string>> {
  const manifest = z.object({ scripts: z.record(z.string(), z.string()) })
  return new Set(Object.keys(manifest.parse(JSON.parse(await readFile('package.json', 'utf8'))).scripts))
}

/** Constants of the code are written like environment variables. */
async function constantNames(): Promise<Set<string>> {
  const folders = await Promise.all(
    CODE.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  )
  const texts = await Promise.all(
    folders
      .flat()
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => readFile(path, 'utf8')),
  )
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/const ([A-Z][A-Z0-9_]+)\b/g)].map((match) => match[1] ?? '')),
  )
}
