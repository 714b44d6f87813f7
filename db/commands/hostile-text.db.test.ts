import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changeOrder } from '@/db/commands/orders/change-order'
import { takeOrder } from '@/db/commands/orders/take-order'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getOrder } from '@/db/queries/order'
import { type Desk, openDesk } from '@/db/testing/desk'
import { onceMore, SERVICE } from '@/db/testing/entries'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { registrationSchema } from '@/lib/customers/registration'
import { newOrderSchema, orderChangeSchema } from '@/lib/orders/contract'
import { registerCustomer } from './register-customer'

/** Texts that a form may bring, as they are kept. */
const KEPT = {
  markup: '<script>alert(1)</script>',
  quotes: `Robert'); drop table orders;-- "`,
  formula: '=HYPERLINK("https://elsewhere.invalid")',
  'another formula': '@SUM(1+1)*cmd|calc',
  'right to left': 'مرآب النور \u202eevil',
  combining: `Z${'\u0310'.repeat(20)}algo`,
  'characters that unfold': 'ﷺ'.repeat(10),
  emoji: '👩‍🔧🚗',
  'a template': '{{7*7}} %00 %s \\u0000',
} as const

const REFUSED = {
  'U+0000': 'a\u0000b',
  'half a character': 'a\ud800b',
  '10,001 characters': 'a'.repeat(10_001),
} as const

let desk: Desk
beforeAll(async () => {
  desk = await openDesk()
})
afterAll(() => desk.drop())

const registrationWith = (text: string) => ({
  ...{ full_name: text, address: text, organization_name: text, tax_number: text.slice(0, 40), group: 'personal' },
  vehicle: { plate: text.slice(0, 20), make: text, model: text },
  order: { ...SERVICE, description: text, with_vehicle: true },
})

describe.each(Object.entries(KEPT))('%s', (_, text) => {
  test('is kept as it is in every field, shown as it is, and found by it', async () => {
    const given = registrationSchema.parse(registrationWith(text))
    const { customer_id, order_id } = await registerCustomer(desk.db, desk.clerk, given, onceMore())
    const [row] = await desk.rows(
      'select full_name, address, organization_name, tax_number, plate, make from customers c join vehicles on customer_id = c.id where c.id = $1',
      [customer_id],
    )
    const [full_name, tax_number, plate] = [given.full_name, given.tax_number, given.vehicle?.plate]
    expect(row).toEqual({ full_name, address: text, organization_name: text, tax_number, plate, make: text })
    const order = await getOrder(desk.db, desk.clerk.scope, customer_id, order_id ?? '')
    expect(order).toMatchObject({ description: text, customer: { full_name: text }, vehicle: { plate } })
    const asked = groupsParamsSchema.parse({ group: 'personal', q: text.slice(0, 200) })
    const { group_details } = await getCustomerGroups(desk.db, desk.clerk.scope, asked)
    expect(group_details?.customers.map(({ id }) => id)).toContain(customer_id)
  })

  test('is kept as it is in an order and in its history', async () => {
    const { customer_id } = await registerCustomer(
      desk.db,
      desk.clerk,
      registrationSchema.parse({ full_name: text, group: 'personal' }),
      onceMore(),
    )
    const details = { type: 'sales', item: text } as const
    const fields = newOrderSchema.parse({ ...SERVICE, customer_id, type: 'sales', details, description: text })
    const { order_id } = await takeOrder(desk.db, desk.manager, fields, onceMore())
    const change = orderChangeSchema.parse({
      version: 1,
      reason: text,
      changes: { status: 'cancelled', description: null },
    })
    await changeOrder(desk.db, desk.manager, { customerId: customer_id, orderId: order_id }, change)
    expect(await getOrder(desk.db, desk.manager.scope, customer_id, order_id)).toMatchObject({
      ...{ description: null, details: { item: text } },
      history: [{ description: text, details: { item: text }, reason: text }],
    })
  })
})

describe.each(Object.entries(REFUSED))('%s', (_, text) => {
  const fields = (
    schema: typeof registrationSchema | typeof newOrderSchema | typeof orderChangeSchema,
    given: unknown,
  ) => new Set(schema.safeParse(given).error?.issues.map(({ path }) => path.join('.')))

  test('is refused in every field, by its name', () => {
    const given = { ...registrationWith(text), branch: text, group: text, phone: text, email: text, tax_number: text }
    const vehicle = { plate: text, make: text, model: text }
    const order = { ...SERVICE, branch: text, description: text, amount: text }
    const named = ['full_name', 'address', 'organization_name', 'tax_number', 'branch', 'group', 'phone', 'email']
    const nested = [
      'vehicle.plate',
      'vehicle.make',
      'vehicle.model',
      'order.branch',
      'order.description',
      'order.amount',
    ]
    const found = fields(registrationSchema, { ...given, vehicle, order })
    const inCodes = text.includes('\ud800') ? ['branch', 'group', 'order.branch'] : []
    expect([...found].sort()).toEqual([...named, ...nested].filter((name) => !inCodes.includes(name)).sort())
  })

  test('is refused in an order and as a reason', () => {
    const details = { type: 'sales', item: text }
    expect([...fields(newOrderSchema, { ...SERVICE, customer_id: text, type: 'sales', details })].sort()).toEqual([
      'customer_id',
      'details.item',
    ])
    expect([...fields(orderChangeSchema, { version: 1, reason: text, changes: { vehicle_id: text } })].sort()).toEqual([
      'changes.vehicle_id',
      'reason',
    ])
  })
})

test('a description of 10,000 characters is kept whole', async () => {
  const description = 'ß'.repeat(10_000)
  const given = registrationSchema.parse({
    full_name: 'Neema Lyimo',
    group: 'personal',
    order: { ...SERVICE, description },
  })
  const { customer_id, order_id } = await registerCustomer(desk.db, desk.clerk, given, onceMore())
  expect((await getOrder(desk.db, desk.clerk.scope, customer_id, order_id ?? ''))?.description).toBe(description)
})

test('a name that unfolds to the longest that there is fits what customers are sorted by', async () => {
  const wide = Array.from({ length: 200 }, (_, n) => String.fromCharCode(0x3300 + n)).join('')
  for (const full_name of ['ﷺ'.repeat(200), wide, '𝕬'.repeat(100), 'ﷺﷻ'.repeat(100)]) {
    const given = registrationSchema.parse({ full_name, group: 'personal' })
    await registerCustomer(desk.db, desk.clerk, given, onceMore())
  }
})
