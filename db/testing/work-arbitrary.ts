import fc from 'fast-check'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'

/** What somebody does at the desk. Customers and orders are meant by a number, which is taken modulo those there are. */
export type Deed =
  | { deed: 'register'; group: string; home: string | null; order: EnteredWork | null }
  | ({ deed: 'take'; customer: number } & EnteredWork)
  | { deed: 'change'; order: number; changes: Partial<EnteredWork> }
  | { deed: 'turn'; order: number; status: (typeof ORDER_STATUSES)[number] }

/** `daysAgo` counts local days; `amountMinor` has two digits. */
export type EnteredWork = {
  type: (typeof ORDER_TYPES)[number]
  branch: string
  daysAgo: number
  amountMinor: number
}

export const WORK_ZONES = ['Africa/Dar_es_Salaam', 'Pacific/Kiritimati', 'America/Santiago', 'Asia/Kathmandu'] as const

const branch = fc.constantFrom('main', 'north', 'airport')
const entered = {
  type: fc.constantFrom(...ORDER_TYPES),
  branch,
  // Today often, for then the instants are those of the clock; the others reach over the edges of every period.
  daysAgo: fc.oneof(fc.constant(0), fc.constantFrom(1, 30, 31, 182, 365), fc.integer({ min: 1, max: 400 })),
  amountMinor: fc.integer({ min: 0, max: 100_000 }),
}
const which = fc.nat(1000)

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    deed: fc.constant('register' as const),
    group: fc.constantFrom('personal', 'company', 'unclassified'),
    home: fc.option(branch, { freq: 3 }),
    order: fc.option(fc.record(entered)),
  }),
  { weight: 3, arbitrary: fc.record({ deed: fc.constant('take' as const), customer: which, ...entered }) },
  {
    weight: 3,
    arbitrary: fc.record({
      deed: fc.constant('change' as const),
      order: which,
      changes: fc.record(entered, { requiredKeys: [] }).filter((changes) => Object.keys(changes).length > 0),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      deed: fc.constant('turn' as const),
      order: which,
      status: fc.constantFrom(...ORDER_STATUSES),
    }),
  },
)

/** A zone, and what was done in it, in this order. */
export const randomWork = fc.record({
  timeZone: fc.constantFrom(...WORK_ZONES),
  deeds: fc.array(deed, { minLength: 5, maxLength: 40 }),
})
