import { asc } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { branchScope, type Scope, shellCaller, systemScope } from '@/db/access'
import { branches } from '@/db/schema/reference'
import { askedWindows } from '@/db/testing/asked-windows'
import { recordKeys } from '@/db/testing/customer-keys'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'
import { keepOnlyVisible } from '@/db/testing/keep-only-visible'
import { recordWorkshop } from '@/db/testing/workshop'
import { type GeneratedWorkshop, generatedWorkshop, TEST_BRANCHES } from '@/db/testing/workshop-arbitrary'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { exportParamsSchema, type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/params'
import { profileParamsSchema } from '@/lib/customers/contract'
import { duplicateQuestionSchema } from '@/lib/customers/finding'
import { ACTIVITIES, CUSTOMER_SORTS, ORDER_TYPES, SEEDED_GROUPS, SORT_DIRECTIONS } from '@/lib/definitions'
import { openCustomerExport } from './customer-export'
import { getCustomerGroups } from './customer-groups'
import { getCustomerProfile } from './customer-profile'
import { findDuplicates } from './duplicates'
import { findCustomers } from './found-customers'

const choices = fc.record({
  activity: fc.constantFrom(...ACTIVITIES),
  order_type: fc.constantFrom('all', ...ORDER_TYPES),
  group_by: fc.constantFrom('type', 'branch'),
  group: fc.constantFrom('all', ...SEEDED_GROUPS.map(({ key }) => key)),
  sort: fc.constantFrom(...CUSTOMER_SORTS),
  dir: fc.constantFrom(...SORT_DIRECTIONS),
  q: fc.constantFrom('', '', 'c1', 'C', 't 2'),
  page_size: fc.constantFrom('2', '100'),
})
type Choices = Record<keyof GroupsParams, string>

/** How much later than the workshop's own instant is asked: orders lie on both sides of it. */
const shift = fc.constantFrom(0, 0, -200, 30, 400).map((days) => days * 86_400_000)
/** Places in the order of the branches. */
const scopes = fc.constantFrom<number[]>([0], [1], [2], [0, 1], [1, 2], [])
const questions = fc.array(fc.tuple(choices, shift, fc.nat()), { minLength: 15, maxLength: 15 })

// Two workshops each, for a test has a minute.
test.each([1, 2, 3])(
  'limited branches give the answers of a database that holds nothing else: groups, list, search, export, profile, finder: %i',
  async () => {
    const check = async (workshop: GeneratedWorkshop, picked: number[], asked: Questions) => {
      const database = await createTestDatabase()
      try {
        const ids = await recordWorkshop(database.db, workshop, workshop.customers, TEST_BRANCHES)
        await recordKeys(database.db)
        const places = await database.db.select().from(branches).orderBy(asc(branches.position))
        const visible = places.filter((_, index) => picked.includes(index))
        const wanted = asked.map(([choice, later, turn]) => {
          const as_of = new Date(Date.parse(workshop.asOf) + later).toISOString()
          const windows = askedWindows(as_of)
          const branch = ['all', ...visible.map(({ code }) => code)][turn % (visible.length + 1)] ?? 'all'
          const ofBranches = branch === 'all' ? (visible[turn % visible.length]?.code ?? 'all') : branch
          const group = choice.group_by === 'type' || choice.group === 'all' ? choice.group : ofBranches
          return { ...choice, ...windows[turn % windows.length], branch, group, as_of }
        })
        const branchIds = visible.map(({ id }) => id)
        const limited = await answers(database, branchScope(branchIds), wanted, [...ids.values()])
        await keepOnlyVisible(database.db, branchIds)
        const whole = await answers(database, systemScope(), wanted, [...ids.values()])
        const gone = places.filter((place) => !visible.includes(place)).map(({ code }) => code)
        expect(withoutGone(limited, gone)).toEqual(withoutGone(whole, gone))
      } finally {
        await database.drop()
      }
    }
    await fc.assert(fc.asyncProperty(generatedWorkshop, scopes, questions, check), { numRuns: 2, endOnFailure: true })
  },
)

/**
 * Customers may still be at home in a branch that is gone: it is no group of those who are limited, and who is nowhere else
 * is in none of theirs. How many these are among all is recounted in `groupings.db.test.ts`.
 */
function withoutGone({ asked, found }: Awaited<ReturnType<typeof answers>>, gone: readonly string[]) {
  for (const { choice, groups } of asked)
    if (choice.group_by === 'branch' && choice.branch === 'all') {
      for (const code of gone) delete groups.groups[code]
      const { totals, meta } = groups
      Object.assign(totals, { registered_count: 0, ...(isActive(meta.activity) ? {} : { customers: 0 }) })
    }
  return { asked, found }
}

const isActive = (activity: string) => activity === 'active' || activity === 'not_back'

type Questions = [Partial<Choices>, number, number][]

async function answers({ db, pool }: TestDatabase, scope: Scope, wanted: Partial<Choices>[], customerIds: string[]) {
  const asked: { choice: Partial<Choices>; groups: GroupsAnswer; exported: unknown }[] = []
  const found: unknown[] = []
  for (const choice of wanted) {
    const params = groupsParamsSchema.parse(choice)
    const groups = await getCustomerGroups(db, scope, params)
    const opened = await openCustomerExport(pool, scope, exportParamsSchema.parse(choice))
    asked.push({ choice, groups, exported: await opened.read() })
    await opened.close()
  }
  const { period, from, to, order_type, branch, as_of } = wanted[0] ?? {}
  const profileParams = profileParamsSchema.parse({ period, from, to, order_type, branch, as_of })
  for (const id of customerIds) found.push({ id, profile: await getCustomerProfile(db, scope, id, profileParams) })
  const caller = { ...shellCaller(), scope }
  for (const q of ['c1', 'c', 'c2', 't 2', 't2']) found.push({ q, customers: await findCustomers(db, caller, q) })
  const { customers: alike } = await findDuplicates(db, caller, duplicateQuestionSchema.parse({ plate: 'T 2' }))
  found.push({ alike: alike.map((one) => ({ ...one, reasons: [...one.reasons].sort() })) })
  return { asked, found }
}
