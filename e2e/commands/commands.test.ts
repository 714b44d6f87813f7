import { createServer } from 'node:http'
import { expect, test } from 'vitest'
import { bearer, makeKey } from '@/e2e/api/api-key'
import { changeRow } from '@/e2e/changed-row'
import { killDatabase, runCommand, serveCommand, withDataDir } from './command-process'

test('start prints its address when it answers, makes the business from the environment and stops on SIGTERM', () =>
  withDataDir(async (dataDir) => {
    const business = { BUSINESS_NAME: 'Kiwi Motors', BUSINESS_TIMEZONE: 'Asia/Tokyo', BUSINESS_CURRENCY: 'JPY' }
    const server = await serveCommand('start', [], { DATA_DIR: dataDir, ...business })
    expect((await fetch(`${server.address}/api/health`)).status).toBe(200)
    const headers = bearer(await makeKey({ DATA_DIR: dataDir }, { role: 'viewer' }))
    const { meta } = await (await fetch(`${server.address}/api/customer-groups-data`, { headers })).json()
    expect(meta).toMatchObject({ time_zone: 'Asia/Tokyo', currency: 'JPY' })
    expect(await server.stop()).toBe(0)
    await expect(fetch(server.address)).rejects.toThrow('fetch failed')
  }))

test('a later start with another zone or currency stops and names the command that changes it, which does', () =>
  withDataDir(async (dataDir) => {
    expect(await runCommand('business', [], { DATA_DIR: dataDir })).toMatchObject({ code: 1 })
    await (await serveCommand('start', [], { DATA_DIR: dataDir })).stop()
    const refused = await runCommand('start', [], { DATA_DIR: dataDir, BUSINESS_TIMEZONE: 'Europe/Oslo' })
    expect(refused.code).toBe(1)
    expect(refused.output).toContain('npm run business -- --time-zone Europe/Oslo')
    const changed = await runCommand('business', ['--time-zone', 'Europe/Oslo'], { DATA_DIR: dataDir })
    expect(changed.output).toMatch(/time zone +Europe\/Oslo/)
    const server = await serveCommand('start', [], { DATA_DIR: dataDir, BUSINESS_TIMEZONE: 'Europe/Oslo' })
    expect(await server.stop()).toBe(0)
  }))

test('the sample is loaded once, never served as real records unless asked, and the demo never touches real records', () =>
  withDataDir(async (dataDir) => {
    const demo = await serveCommand('demo', [], { DATA_DIR: dataDir })
    await demo.stop()
    expect(demo.output()).toContain('Loading the sample workshop')
    const refused = await runCommand('start', [], { DATA_DIR: dataDir })
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('--sample') })
    const again = await serveCommand('demo', [], { DATA_DIR: dataDir })
    await again.stop()
    expect(again.output()).not.toContain('Loading the sample workshop')
    const asked = await serveCommand('start', ['--sample'], { DATA_DIR: dataDir })
    expect(await asked.stop()).toBe(0)
  }))

test('the demo refuses a database with real records', () =>
  withDataDir(async (dataDir) => {
    await (await serveCommand('start', [], { DATA_DIR: dataDir })).stop()
    const refused = await runCommand('demo', [], { DATA_DIR: dataDir })
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining('real records') })
  }))

test('verify says whether everything agrees by its exit code, also while the application is served', () =>
  withDataDir(async (dataDir) => {
    expect(await runCommand('verify', [], { DATA_DIR: dataDir })).toMatchObject({ code: 2 })
    const server = await serveCommand('start', [], { DATA_DIR: dataDir })
    const verified = await runCommand('verify', [], { DATA_DIR: dataDir })
    expect(verified).toMatchObject({ code: 0, output: expect.stringContaining('All agrees') })
    await changeRow(dataDir, "insert into customer_keys values ('phone', '255', gen_random_uuid())")
    const differing = await runCommand('verify', [], { DATA_DIR: dataDir })
    expect(differing).toMatchObject({
      code: 1,
      output: expect.stringMatching(/DIFFERS +Customers are found by their phone/),
    })
    expect(await server.stop()).toBe(0)
  }))

test('after kill -9 of the command its server ends by itself, and the next start takes over the database', () =>
  withDataDir(async (dataDir) => {
    const killed = await serveCommand('start', [], { DATA_DIR: dataDir, BUSINESS_NAME: 'First' })
    await killed.kill()
    await expect.poll(() => fetch(killed.address).catch(() => 'gone'), { timeout: 20_000 }).toBe('gone')
    const next = await serveCommand('start', [], { DATA_DIR: dataDir, BUSINESS_NAME: 'Second' })
    expect(await next.stop()).toBe(0)
    const shown = await runCommand('business', [], { DATA_DIR: dataDir })
    expect(shown.output).toContain('First')
  }))

test('a page that fails without its database is logged by kind, code and pattern, and nothing of the question is', () =>
  withDataDir(async (dataDir) => {
    const server = await serveCommand('start', [], { DATA_DIR: dataDir })
    await killDatabase(dataDir)
    const status = async (path: string) => (await fetch(`${server.address}${path}`)).status
    await expect.poll(() => status('/api/health'), { timeout: 20_000 }).toBe(503)
    const token = 'Zuhura'.padEnd(43, '0')
    expect(await status(`/join?token=${token}`)).toBe(500)
    const logged = () => /^\{.*"page".*$/m.exec(server.output())?.[0] ?? '{}'
    await expect
      .poll(() => JSON.parse(logged()))
      .toMatchObject({
        page: '/join',
        error: 'DrizzleQueryError',
        code: 'ECONNREFUSED',
      })
    await server.stop()
    expect(server.output()).not.toMatch(new RegExp(`${token}|select `))
  }))

test('a busy port stops the start with the name of the variable', async () => {
  const listener = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => listener.once('listening', resolve))
  const address = listener.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, output } = await runCommand('start', [], { PORT: port })
  listener.close()
  expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('set PORT') })
})

test('wrong variables stop the start by their names and never by their values', async () => {
  const wrong = { DATABASE_URL: 'mysql://root:hunter2@127.0.0.1/x', BUSINESS_TIMEZONE: 'Mars/Olympus' }
  const { code, output } = await runCommand('start', [], wrong)
  expect(code).toBe(1)
  expect(output).toMatch(/DATABASE_URL must be .+\n(.|\n)*BUSINESS_TIMEZONE must be /)
  expect(output).not.toMatch(/hunter2|Olympus/)
})

test('a server of DATABASE_URL that does not answer stops the start by its name', async () => {
  const { code, output } = await runCommand('start', [], { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' })
  expect(code).toBe(1)
  expect(output).toContain('DATABASE_URL')
  expect(output).not.toContain('hunter2')
})
