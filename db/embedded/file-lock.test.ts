import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { withFileLock } from './file-lock'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'file-lock-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('one at a time holds it, and it is gone at the end', async () => {
  let holding = 0
  let most = 0
  const work = async () => {
    most = Math.max(most, ++holding)
    await nextTurn()
    holding--
  }
  await Promise.all([1, 2, 3, 4].map(() => withFileLock(join(folder, 'lock'), work)))
  expect(most).toBe(1)
  expect(await readdir(folder)).toEqual([])
})

test('the lock of a process that is gone is taken over by exactly one of those who wait', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', ''])
  await writeFile(join(folder, 'lock'), `${pid} left-behind`)
  const order: string[] = []
  const work = (name: string) => async () => {
    order.push(`${name} in`)
    await nextTurn()
    order.push(`${name} out`)
  }
  await Promise.all(['a', 'b', 'c'].map((name) => withFileLock(join(folder, 'lock'), work(name))))
  expect(order.filter((_, index) => index % 2 === 0)).toEqual(
    order.filter((_, index) => index % 2).map((out) => out.replace('out', 'in')),
  )
})

test('a lock that nobody has touched for long is taken over even if its process id is in use again', async () => {
  const path = join(folder, 'lock')
  await writeFile(path, `${process.pid} another-life`)
  await utimes(path, new Date(0), new Date(0))
  expect(await withFileLock(path, async () => 'done', 1_000)).toBe('done')
})

test('work that fails frees it', async () => {
  const path = join(folder, 'lock')
  await expect(withFileLock(path, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withFileLock(path, async () => 'done', 1_000)).toBe('done')
})

test('who waits too long is told which file to look at', async () => {
  const path = join(folder, 'lock')
  await withFileLock(path, async () => {
    await expect(withFileLock(path, async () => 'done', 100)).rejects.toThrow(path)
  })
})
