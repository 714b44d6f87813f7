import { ORDER_TYPES } from '@/lib/definitions'

/** How many records a benchmark runs on. */
export type BenchSize = { customers: number; orders: number }
export type CopyLine = (string | number)[]
type ReferenceIds = { groups: string[]; branches: string[] }

/** The instant up to which the benchmark asks; orders fill the 36 months before it. */
export const BENCH_AS_OF = '2026-06-30T12:00:00.000Z'
const END = Date.parse(BENCH_AS_OF)
const SPAN_MS = 36 * 30.44 * 86_400_000

const CANCELLED_SHARE = 0.04
const VEHICLE_SHARE = 0.75
/** Of 100 customers: 60 personal, 25 company, 5 government, 5 NGO, 5 unclassified. */
const GROUP_SHARES = [0.6, 0.85, 0.9, 0.95, 1]
/** Few customers order often: the share of orders of the first x of the customers is x to the power of 1/3. */
const SKEW = 3

const FIRST_NAMES = ['Asha', 'Baraka', 'Chausiku', 'Daudi', 'Eliya', 'Fatuma', 'Grace', 'Hamisi', 'Imani', 'Juma']
const LAST_NAMES = ['Mushi', 'Komba', 'Massawe', 'Mrema', 'Chande', 'Lyimo', 'Mwakyusa', 'Njau', 'Shayo', 'Temba']

export function* customerLines({ customers }: BenchSize, ids: ReferenceIds): Generator<CopyLine> {
  const random = seeded(1)
  for (let n = 0; n < customers; n++) {
    const name = `${pick(FIRST_NAMES, random())} ${pick(LAST_NAMES, random())} ${n}`
    const phone = `+2557${String(n).padStart(8, '0')}`
    const share = random()
    const group = ids.groups[GROUP_SHARES.findIndex((limit) => share < limit)] ?? ''
    const at = new Date(END - random() * SPAN_MS).toISOString()
    const search = `${name.toLowerCase()}\\nc${n}\\n${phone.slice(1)}`
    const branch = pick(ids.branches, random())
    yield [customerId(n), `C${n}`, name, phone, group, branch, at, at, name.toLowerCase(), search]
  }
}

export function* orderLines({ customers, orders }: BenchSize, ids: ReferenceIds): Generator<CopyLine> {
  const random = seeded(2)
  for (let n = 0; n < orders; n++) {
    // A step coprime to most counts spreads the frequent customers over the table, as registration dates do.
    const customer = (Math.floor(customers * random() ** SKEW) * 7919) % customers
    const status = random() < CANCELLED_SHARE ? 'cancelled' : random() < 0.9 ? 'completed' : 'in_progress'
    const amount = Math.floor(100 + random() ** 4 * 500_000_000)
    const at = new Date(END - random() * SPAN_MS).toISOString()
    const type = pick(ORDER_TYPES, random())
    yield [customerId(customer), orderId(n), pick(ids.branches, random()), type, status, amount, at, 'import']
  }
}

/** One vehicle for most customers, two or three for some. */
export function* vehicleLines({ customers }: BenchSize): Generator<CopyLine> {
  const random = seeded(3)
  for (let n = 0; n < customers; n++) {
    const count = random() < VEHICLE_SHARE ? 1 + Math.floor(random() ** 2 * 3) : 0
    for (let v = 0; v < count; v++) yield [customerId(n), numbered('c', n * 4 + v), `T ${n} ${v}`]
  }
}

const customerId = (n: number) => numbered('a', n)
const orderId = (n: number) => numbered('b', n)

/** A UUID of version 7 whose time part spreads as ids made over three years do. */
function numbered(kind: string, n: number): string {
  const digits = n.toString(16).padStart(10, '0')
  return `01900${digits.slice(0, 3)}-${digits.slice(3, 7)}-7000-8${kind}00-000000000${digits.slice(7)}`
}

function pick<T>(values: readonly T[], share: number): T {
  const value = values[Math.floor(share * values.length)]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}

/** mulberry32: the same numbers from 0 to 1 for the same seed, on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
