import { readFile } from 'node:fs/promises'

/** A server action as it was built: one page that can send it, and the id by which it is sent. */
export type BuiltAction = { entry: string; id: string; page: string }

/** What the build serves: patterns of its pages and of its route handlers, and its server actions. */
export type BuiltEntries = { pages: string[]; handlers: string[]; actions: BuiltAction[] }

/** Next's own page for a failure of everything: static, without a request behind it. */
const NOT_SERVED = ['/_global-error']

/** Reads the manifests that the build has left, so that nothing served is forgotten. */
export async function readBuiltEntries(): Promise<BuiltEntries> {
  const paths: Record<string, string> = await readManifest('app-paths-manifest.json')
  const patterns = (end: '/page' | '/route') =>
    Object.keys(paths)
      .filter((path) => path.endsWith(end))
      .map((path) => toPattern(path.slice(0, -end.length)))
      .filter((pattern) => !NOT_SERVED.includes(pattern))
  const { node }: ActionManifest = await readManifest('server-reference-manifest.json')
  const actions = Object.entries(node).map(([id, action]) => toAction(id, action))
  return { pages: patterns('/page').sort(), handlers: patterns('/route').sort(), actions }
}

type ActionManifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

async function readManifest<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(`.next/server/${name}`, 'utf8'))
}

function toAction(id: string, { filename, exportedName, workers }: ActionManifest['node'][string]): BuiltAction {
  const file = toPattern(`/${filename.replace(/^app\//, '').replace(/\/actions\.ts$/, '')}`)
  const page =
    Object.keys(workers)[0]
      ?.replace(/^app/, '')
      .replace(/\/page$/, '') ?? ''
  return { entry: `ACTION ${file} ${exportedName}`, id, page: toPattern(page) }
}

/** Without the folders in parentheses, which are no part of a path. */
function toPattern(path: string): string {
  return path.replaceAll(/\/\([^)]+\)/g, '') || '/'
}
