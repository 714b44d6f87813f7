import type { Random } from '@/lib/seeded-random'
import { dayBefore, momentOn, type WorkDay } from './calendar'
import { type GroupShape, SAMPLE_GROUPS, type SampleBranch } from './groups'
import { organizationName, personName, slug } from './names'

/** A customer as it stands in the file, with what decides how it orders. */
export type SampleCustomer = {
  externalId: string
  fullName: string
  shape: GroupShape
  organizationName: string | null
  phone: string | null
  email: string | null
  registeredAt: string
  branch: SampleBranch
  /** False: the file names no branch, and the home branch follows from the first order. */
  branchStated: boolean
  /** Index of the day of registration, -1 where it lies before the records begin. */
  joinedOn: number
  /** Index of the last day on which it may still order: some customers lapse. */
  leavesAfter: number
  /** How often it orders beside others of its group; 0 where it registered and never ordered. */
  appetite: number
}

/** The days a group's orders and registrations fall on, as weights: season, growth and budgets. */
export function dayWeights(days: readonly WorkDay[], shape: GroupShape): number[] {
  return days.map((day) => {
    const june = day.month === 6 ? shape.juneFactor : 1
    return day.busyness * june * shape.yearlyGrowth ** (-day.age / 365)
  })
}

/** All customers, numbered in the order of their registration. `drawDay` gives an index of `days` for a group. */
export function makeCustomers(
  random: Random,
  days: readonly WorkDay[],
  drawDay: (shape: GroupShape) => number,
): SampleCustomer[] {
  const taken = new Set<string>()
  const made = SAMPLE_GROUPS.flatMap((shape) =>
    Array.from({ length: shape.customers }, () => makeCustomer(random, days, shape, drawDay(shape), taken)),
  )
  made.sort((a, b) => a.registeredAt.localeCompare(b.registeredAt))
  return made.map((customer, index) => ({ ...customer, externalId: `K-${String(index + 1).padStart(5, '0')}` }))
}

function makeCustomer(
  random: Random,
  days: readonly WorkDay[],
  shape: GroupShape,
  drawnDay: number,
  taken: Set<string>,
): SampleCustomer {
  const [first] = days
  if (!first) throw new RangeError('the sample needs days')
  const known = random.chance(0.36)
  const day = known ? dayBefore(first, random.whole(1, 1400)) : (days[drawnDay] ?? first)
  const joinedOn = known ? -1 : drawnDay
  const fullName = unused(taken, () => personName(random)) ?? ''
  const organization = unused(taken, () => organizationName(random, shape.customerType)) ?? null
  const lapses = random.chance(0.24)
  return {
    externalId: '',
    fullName,
    shape,
    organizationName: organization,
    phone: random.chance(0.96) ? phone(random) : null,
    email: random.chance(organization ? 0.9 : 0.45) ? email(fullName, organization) : null,
    registeredAt: momentOn(day, random.next()),
    branch: random.weighted({ main: 54, arusha: 28, mwanza: 18 }),
    branchStated: random.chance(0.3),
    joinedOn,
    leavesAfter: lapses ? random.whole(joinedOn + 1, Math.max(joinedOn + 1, days.length - 120)) : days.length,
    appetite: random.chance(0.05) ? 0 : Math.min(12, (1 - random.next()) ** -0.75),
  }
}

/** Draws until a name is new, and numbers it where so many are taken that none is found. */
function unused(taken: Set<string>, draw: () => string | undefined): string | undefined {
  let name = draw()
  for (let tries = 2; name !== undefined && taken.has(name); tries += 1) name = tries < 50 ? draw() : `${name} ${tries}`
  if (name !== undefined) taken.add(name)
  return name
}

/** Prefixes 60 and 70, so that a number is hardly ever somebody's. */
function phone(random: Random): string {
  return `+255${random.pick(['60', '70'])}${String(random.whole(0, 9_999_999)).padStart(7, '0')}`
}

function email(fullName: string, organization: string | null): string {
  const domain = organization ? `${slug(organization, '-')}.example` : 'example.com'
  return `${slug(fullName, '.')}@${domain}`
}
