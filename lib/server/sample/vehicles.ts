import type { NewVehicle } from '@/db/commands/vehicles'
import type { Random } from '@/lib/seeded-random'
import type { WorkDay } from './calendar'
import type { SampleCustomer } from './customers'

type Model = readonly [make: string, model: string]
const models = (make: string, names: string): Model[] => names.split(', ').map((name) => [make, name])

const PRIVATE_MODELS = [
  ...models('Toyota', 'IST, RAV4, Noah, Harrier, Premio'),
  ...models('Nissan', 'X-Trail, March'),
  ...models('Subaru', 'Forester'),
  ...models('Suzuki', 'Swift'),
  ...models('Mazda', 'Demio'),
  ...models('Honda', 'Fit'),
]
const FLEET_MODELS = [
  ...models('Toyota', 'Hilux, Land Cruiser, Hiace, Coaster, Probox'),
  ...models('Isuzu', 'NPR, D-Max'),
  ...models('Mitsubishi', 'Fuso Canter'),
  ...models('Suzuki', 'Carry'),
  ...models('Nissan', 'Patrol'),
  ...models('Scania', 'P310'),
]

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'.split('')

/** The vehicles of each customer; plates are distinct. */
export function makeVehicles(
  random: Random,
  days: readonly WorkDay[],
  customers: readonly SampleCustomer[],
): NewVehicle[] {
  const thisYear = Number(days.at(-1)?.date.slice(0, 4))
  const plates = new Set<string>()
  return customers.flatMap((customer) => {
    const [fewest, most] = customer.shape.vehicles
    return Array.from({ length: random.whole(fewest, most) }, () => {
      const [make, model] = random.pick(customer.organizationName ? FLEET_MODELS : PRIVATE_MODELS)
      const year = thisYear - random.whole(3, 18)
      return { customerExternalId: customer.externalId, plate: plate(random, plates, customer), make, model, year }
    })
  })
}

function plate(random: Random, taken: Set<string>, customer: SampleCustomer): string {
  const government = customer.shape.customerType === 'government'
  let made: string
  do {
    const suffix = `${random.pick(LETTERS)}${random.pick(LETTERS)}`
    made = government ? `SU ${random.whole(10_000, 49_999)}` : `T ${random.whole(100, 999)} D${suffix}`
  } while (taken.has(made))
  taken.add(made)
  return made
}
