import { readFile, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The code of a system error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}

/** Whether there is anything at this path. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}

/** The text of a file, or null where there is none. */
export async function readIfThere(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
}

/** Whether an account without privileges can reach what is in this folder: each folder above lets others pass. */
export async function isOpenToOthers(folder: string): Promise<boolean> {
  const passable = ((await stat(folder)).mode & 0o001) !== 0
  const above = dirname(folder)
  return passable && (above === folder || isOpenToOthers(above))
}
