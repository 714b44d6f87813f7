import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { shellCaller } from '@/db/access'
import { removePerson } from '@/db/commands/people'
import { branches } from '@/db/schema/reference'
import { openWorkplace, type Workplace } from '@/lib/server/auth/testing/workplace'
import { demoNotice, ensureDemoAccounts } from './demo-accounts'
import { setupNotice } from './setup-notice'

let work: Workplace
let folder: string
beforeEach(async () => {
  work = await openWorkplace()
  folder = await mkdtemp(join(tmpdir(), 'demo-accounts-'))
  await work.db.insert(branches).values({ id: crypto.randomUUID(), code: 'arusha', name: 'Arusha', position: 3 })
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(folder, { recursive: true })
  await work.drop()
})

const file = () => join(folder, 'accounts.json')
const start = () => ensureDemoAccounts({ ...work, close: async () => {} }, folder)

test('the first start makes an administrator, a manager, and a clerk and a viewer of one branch, with passwords of their own', async () => {
  const accounts = await start()
  expect(await work.rows(sql`select email, role, all_branches from users order by email`)).toEqual([
    { email: 'admin@demo.example', role: 'admin', all_branches: true },
    { email: 'clerk.arusha@demo.example', role: 'clerk', all_branches: false },
    { email: 'manager@demo.example', role: 'manager', all_branches: true },
    { email: 'viewer.arusha@demo.example', role: 'viewer', all_branches: false },
  ])
  expect(new Set(accounts.map(({ password }) => password)).size).toBe(4)
  for (const { email, password } of accounts) await expect(work.signedIn(email, password)).resolves.toBeDefined()
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  expect(demoNotice(accounts)).toContain(`viewer.arusha@demo.example   ${accounts[3]?.password}`)
})

test('later starts tell the same accounts and bring none back that was removed', async () => {
  const accounts = await start()
  const [viewer] = await work.rows(sql`select id from users where role = 'viewer'`)
  await removePerson(work.db, shellCaller(), String(viewer?.id))
  expect(await start()).toEqual(accounts)
  expect(await work.rows(sql`select from users`)).toHaveLength(3)
})

test('without the file the accounts get new passwords, and their sessions end', async () => {
  const [administrator] = await start()
  const { token } = await work.signedIn('admin@demo.example', administrator?.password)
  await rm(file())
  const [renewed] = await start()
  expect(renewed?.password).not.toBe(administrator?.password)
  expect(await work.holderOf(token)).toBeNull()
  await expect(work.signedIn('admin@demo.example', renewed?.password)).resolves.toBeDefined()
})

test('a start tells a set-up link until somebody has an account', async () => {
  const address = { host: '127.0.0.1', port: 3000, local: 'http://127.0.0.1:3000', url: 'https://groups.example.org' }
  const notice = () => setupNotice({ ...work, close: async () => {} }, address)
  expect(await notice()).toMatch(/https:\/\/groups\.example\.org\/setup\?token=[\w-]{43}\n/)
  await start()
  expect(await notice()).toBe('')
})
