import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepPrivateFile } from './private-file'
import { keepSessionSecret } from './session-secret'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'private-file-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('makers at once all get the one that was first, and only its owner can read it', async () => {
  const path = join(folder, 'new', 'secret')
  const made = await Promise.all(['a', 'b', 'c', 'd'].map((text) => keepPrivateFile(path, () => text)))
  expect(new Set(made.map(({ text }) => text)).size).toBe(1)
  expect(made.filter(({ isNew }) => isNew)).toHaveLength(1)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect(await readdir(join(folder, 'new'))).toEqual(['secret'])
})

test('the secret of sessions stays the same from start to start, and the environment goes before it', async () => {
  const kept = await keepSessionSecret({ SESSION_SECRET: undefined }, folder)
  expect(kept).toMatch(/^[0-9a-f]{64}$/)
  expect(await keepSessionSecret({ SESSION_SECRET: undefined }, folder)).toBe(kept)
  expect(await keepSessionSecret({ SESSION_SECRET: 'given' }, folder)).toBe('given')
})
