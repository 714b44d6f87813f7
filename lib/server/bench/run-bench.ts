import { randomBytes } from 'node:crypto'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemScope } from '@/db/access'
import { type BenchDatabase, openBenchDatabase } from '@/db/bench/database'
import { BENCH_AS_OF, type BenchSize } from '@/db/bench/generate'
import { filteredAggregates, filteredJoin, obviousDetails, obviousOverview } from '@/db/bench/obvious-way'
import { proveFigures } from '@/db/bench/proof'
import { measure, type Timing, type Way } from '@/db/bench/rounds'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { resolveFrame } from '@/db/queries/frame'
import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { buildIfNeeded } from '@/lib/server/launch/build'
import { type CommandContext, CommandError } from '@/lib/server/launch/command'
import { accessWays, describeAccess } from './access-ways'
import { entryWays } from './entry-ways'
import { exportSizes } from './export-sizes'
import { findingWays } from './finding-ways'
import { listWays } from './list-ways'
import { viewWays } from './view-ways'
import { withServer } from './with-server'

const USAGE = 'Usage: npm run bench -- [--customers N] [--orders N] [--rounds N]'

/** `npm run bench`: our queries beside the obvious way, interleaved in one run, with figures that prove ours right. */
export async function runBench({ env, signal }: CommandContext, args: string[]): Promise<number> {
  const { rounds, ...size } = readArguments(args)
  await buildIfNeeded(signal)
  const database = await openBenchDatabase(env.DATA_DIR ?? join('.data', 'bench'), size, console.log)
  try {
    const { rows } = await database.pool.query<{ server_version: string }>('show server_version')
    console.log(`${cpus()[0]?.model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB memory`)
    console.log(`PostgreSQL ${rows[0]?.server_version ?? ''}, Node ${process.versions.node}`)
    console.log(`${size.customers} customers, ${size.orders} orders over 36 months, as of ${BENCH_AS_OF}\n`)
    const year = groupsParamsSchema.parse({ period: '1year', as_of: BENCH_AS_OF })
    console.table(await proofTable(database, year))
    console.table(await exportSizes(database.pool, BENCH_AS_OF))
    const sessionSecret = randomBytes(32).toString('hex')
    await withServer(database.url, sessionSecret, signal, async (address) => {
      const access = await accessWays({ db: database.db, address, sessionSecret, asOf: BENCH_AS_OF })
      const entries = await entryWays(database.db, address)
      const lists = await listWays(database.db)
      const found = await findingWays(database.db)
      const views = viewWays(database, BENCH_AS_OF)
      const ways = [...(await queryWays(database, year)), ...views, ...access, ...entries, ...found, ...lists]
      const timings = await measure(ways, rounds)
      report(timings)
      console.log(describeAccess(timings))
    })
  } finally {
    await database.close()
  }
  return 0
}

function readArguments(args: string[]): BenchSize & { rounds: number } {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const options = { customers: text('20000'), orders: text('200000'), rounds: text('20') }
  const { values } = parseArgs({ args, options })
  const whole = (name: keyof typeof options) => {
    const number = Number(values[name])
    if (!Number.isInteger(number) || number < 1) throw new CommandError(`--${name} must be a whole number\n${USAGE}`)
    return number
  }
  return { customers: whole('customers'), orders: whole('orders'), rounds: whole('rounds') }
}

async function proofTable({ db }: BenchDatabase, params: GroupsParams) {
  return (await proveFigures(db, params)).map(({ key, customers, orders }) => ({
    group: key,
    customers,
    'orders (ours)': orders.ours,
    'orders (plain definition)': orders.plain,
    'orders (obvious way)': orders.obvious,
  }))
}

async function queryWays({ db }: BenchDatabase, year: GroupsParams): Promise<Way[]> {
  const personal = { ...year, group: 'personal' }
  const { window, previous, groupRef } = await resolveFrame(db, systemScope(), personal)
  return [
    { name: 'overview, 1 year', run: () => getCustomerGroups(db, systemScope(), year) },
    { name: 'overview with details, 1 year', run: () => getCustomerGroups(db, systemScope(), personal) },
    {
      name: 'obvious way, 1 year',
      run: () => obviousOverview(db, filteredAggregates, window, previous),
    },
    { name: 'obvious way, joins filtered, 1 year', run: () => obviousOverview(db, filteredJoin, window, previous) },
    { name: 'obvious way, details, 1 year', run: () => obviousDetails(db, filteredAggregates, groupRef ?? '', window) },
  ]
}

function report(timings: Timing[]): void {
  console.table(
    timings.map(({ name, p50, p95, rounds }) => ({ what: name, 'p50 ms': round(p50), 'p95 ms': round(p95), rounds })),
  )
  const [overview, details, obvious, filtered] = timings
  if (!overview || !details || !obvious || !filtered) return
  const times = (slow: Timing) => (slow.p50 / overview.p50).toFixed(1)
  console.log(
    `The obvious way takes ${times(obvious)} times as long as ours, with its joins filtered ${times(filtered)}.`,
  )
  console.log(`With details an answer takes ${(details.p50 / overview.p50).toFixed(2)} times the overview alone.`)
}

const round = (ms: number) => Math.round(ms * 10) / 10
