import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { type Cluster, startCluster } from './cluster'
import { withClient } from './roles'

const lineSchema = z.object({ appUrl: z.string(), ownerUrl: z.string(), startedHere: z.boolean() })

/** Of postmaster.pid. */
const SOCKET_LINE = 4

let dataDir: string
let children: ChildProcess[]
beforeEach(async () => {
  dataDir = join(tmpdir(), `customer-groups-cluster-${randomUUID()}`)
  children = []
  await mkdir(dataDir)
})
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  // Nobody else is left: this takes over what still runs, and removes it.
  await (await startCluster({ dataDir, ephemeral: true })).stop()
})

test('the first start makes a cluster whose passwords only its owner can read, on the loopback address alone', async () => {
  const cluster = await startCluster({ dataDir })
  expect(cluster.startedHere).toBe(true)
  expect((await stat(join(dataDir, 'credentials.json'))).mode & 0o077).toBe(0)
  expect(new URL(cluster.appUrl).hostname).toBe('127.0.0.1')
  expect(await setting(cluster.appUrl, 'listen_addresses')).toBe('127.0.0.1')
  expect((await postmasterFile())[SOCKET_LINE]).toBe('')
  const wrong = new URL(cluster.appUrl)
  wrong.password = 'wrong'
  await expect(setting(wrong.href, 'jit')).rejects.toThrow('password authentication failed')
  await cluster.stop()
})

test('what is written is there after a stop and a start', async () => {
  const first = await startCluster({ dataDir })
  await write(first)
  await first.stop()
  await expect(read(first)).rejects.toThrow('ECONNREFUSED')
  const second = await startCluster({ dataDir })
  expect(await read(second)).toBe('kept')
  await second.stop()
})

test('a second process attaches, and what it did not start it does not stop', async () => {
  const first = await startCluster({ dataDir })
  await write(first)
  const second = await startInChild()
  expect(second.startedHere).toBe(false)
  expect(second.appUrl).toBe(first.appUrl)
  second.child.kill('SIGTERM')
  await once(second.child, 'exit')
  expect(await read(first)).toBe('kept')
  await first.stop()
})

test('two first starts at once make one cluster', async () => {
  const [a, b] = await Promise.all([startInChild(), startInChild()])
  expect(a.appUrl).toBe(b.appUrl)
  expect([a.startedHere, b.startedHere].toSorted()).toEqual([false, true])
})

test('after kill -9 of the server the next start recovers what was committed', async () => {
  const first = await startCluster({ dataDir })
  await write(first)
  process.kill(Number((await postmasterFile())[0]), 'SIGKILL')
  const second = await startCluster({ dataDir })
  expect(await read(second)).toBe('kept')
  await second.stop()
})

test('an id that a crash left behind and that another process has by now does not keep it from starting', async () => {
  await (await startCluster({ dataDir })).stop()
  const path = join(dataDir, 'postgresql', 'data', 'postmaster.pid')
  await writeFile(path, `${process.pid}\n${dataDir}\n1\n1\n\n127.0.0.1\n`)
  const next = await startCluster({ dataDir })
  expect(next.startedHere).toBe(true)
  await next.stop()
})

test('after kill -9 of the starter the next process attaches and answers for stopping', async () => {
  const starter = await startInChild()
  await write(starter)
  starter.child.kill('SIGKILL')
  await once(starter.child, 'exit')
  const next = await startCluster({ dataDir })
  expect(next.appUrl).toBe(starter.appUrl)
  expect(next.startedHere).toBe(true)
  expect(await read(next)).toBe('kept')
  await next.stop()
  await expect(read(next)).rejects.toThrow('ECONNREFUSED')
})

test('the first start can be killed half-way and begins anew', async () => {
  const killed = spawnStarter()
  await waitFor(async () =>
    (await readdir(join(dataDir, 'postgresql'))).find((name) => /^unfinished-[^.]+$/.test(name)),
  )
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const next = await startCluster({ dataDir })
  await write(next)
  expect(await read(next)).toBe('kept')
  await next.stop()
})

test('an ephemeral cluster is removed when it stops', async () => {
  const cluster = await startCluster({ dataDir, ephemeral: true })
  await cluster.stop()
  await expect(stat(dataDir)).rejects.toThrow('ENOENT')
})

async function startInChild() {
  const child = spawnStarter()
  const lines = createInterface({ input: child.stdout })
  const [line] = await once(lines, 'line')
  return { child, ...lineSchema.parse(JSON.parse(line)) }
}

function spawnStarter() {
  const args = ['--import', 'tsx', 'db/embedded/testing/starter.ts', dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  return child
}

const write = ({ ownerUrl }: Pick<Cluster, 'ownerUrl'>) =>
  withClient(ownerUrl, (client) => client.query("create table proof as select 'kept' as value"))

const read = ({ ownerUrl }: Pick<Cluster, 'ownerUrl'>) =>
  withClient(ownerUrl, async (client) => (await client.query('select value from proof')).rows[0]?.value)

const setting = (url: string, name: string) =>
  withClient(url, async (client) => (await client.query(`show ${name}`)).rows[0]?.[name])

async function postmasterFile(): Promise<string[]> {
  return (await readFile(join(dataDir, 'postgresql', 'data', 'postmaster.pid'), 'utf8')).split('\n')
}

async function waitFor(isThere: () => Promise<unknown>): Promise<void> {
  while (!(await isThere().catch(() => null))) await new Promise((resolve) => setImmediate(resolve))
}
