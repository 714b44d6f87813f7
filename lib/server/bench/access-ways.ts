import { createHmac } from 'node:crypto'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { shellCaller, systemScope } from '@/db/access'
import type { Way } from '@/db/bench/rounds'
import { openBenchSession } from '@/db/bench/session'
import { createApiKey } from '@/db/commands/api-keys'
import { findKeyHolder, findSessionHolder } from '@/db/queries/callers'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { SESSION_ABSOLUTE_DAYS, SESSION_IDLE_HOURS, SESSION_TOUCH_MINUTES } from '@/lib/accounts/limits'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { hashToken, newApiKey } from '@/lib/server/auth/secrets'

type AccessBench = { db: NodePgDatabase; address: string; sessionSecret: string; asOf: string }

const QUERY = 'default overview'
const BY_SESSION = 'who asks, by session'
const BY_KEY = 'who asks, by key'
const LIMITS = {
  idleHours: SESSION_IDLE_HOURS,
  absoluteDays: SESSION_ABSOLUTE_DAYS,
  touchMinutes: SESSION_TOUCH_MINUTES,
}

/**
 * The default question without anybody who asks, the statement that finds out who does, and both together as a request:
 * by session and by key. The server must sign its cookies with `sessionSecret`.
 */
export async function accessWays({ db, address, sessionSecret, asOf }: AccessBench): Promise<Way[]> {
  const token = await openBenchSession(db)
  const signature = createHmac('sha256', sessionSecret).update(token).digest('base64')
  const { key, ...kept } = newApiKey()
  const request = { name: 'Benchmark', role: 'viewer', all_branches: true, days: 1 } as const
  await createApiKey(db, shellCaller(), { ...request, branches: [] }, kept)
  const params = groupsParamsSchema.parse({ as_of: asOf })
  const url = (asked: Record<string, string> = {}) =>
    `${address}/api/customer-groups-data?${new URLSearchParams({ as_of: asOf, ...asked })}`
  const asKey = { Authorization: `Bearer ${key}` }
  return [
    { name: QUERY, run: () => getCustomerGroups(db, systemScope(), params) },
    { name: BY_SESSION, run: () => findSessionHolder(db, token, LIMITS) },
    { name: BY_KEY, run: () => findKeyHolder(db, hashToken(key)) },
    {
      name: 'HTTP: 6 months, by session',
      run: () => ask(url(), { Cookie: `session=${encodeURIComponent(`${token}.${signature}`)}` }),
    },
    { name: 'HTTP: 6 months, by key', run: () => ask(url(), asKey) },
    { name: 'HTTP: 1 year, by key', run: () => ask(url({ period: '1year' }), asKey) },
    { name: 'HTTP: 1 year with details, by key', run: () => ask(url({ period: '1year', group: 'personal' }), asKey) },
  ]
}

/** What access adds to the question behind it, in words; empty where the ways were not measured. */
export function describeAccess(timings: readonly { name: string; p50: number }[]): string {
  const [query, ...asking] = [QUERY, BY_SESSION, BY_KEY].map((way) => timings.find(({ name }) => name === way))
  if (!query) return ''
  const shares = asking.map((way) => `${(((way?.p50 ?? 0) / query.p50) * 100).toFixed(1)} %`)
  return `To find out who asks adds ${shares[0]} by session and ${shares[1]} by key to the default overview.`
}

async function ask(url: string, headers: Record<string, string>): Promise<void> {
  const response = await fetch(url, { headers })
  if (!response.ok) throw new Error(`the API answered ${response.status}: ${await response.text()}`)
  await response.arrayBuffer()
}
