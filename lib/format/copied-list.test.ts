import { expect, test } from 'vitest'
import type { GroupCustomer } from '@/lib/customer-groups/contract'
import { copiedList } from './copied-list'

const CUSTOMER: GroupCustomer = {
  id: '01890000-0000-7000-8000-000000000001',
  external_id: null,
  full_name: '=HYPERLINK("http://x")\t<b>',
  organization_name: null,
  phone: null,
  email: null,
  registered_at: '2026-03-30T22:30:00.000Z',
  total_orders: 1234,
  service_orders: 1234,
  sales_orders: 0,
  consultation_orders: 0,
  completed_orders: 7,
  revenue: 1234567.5,
  last_order_date: null,
  visit: 'new',
  previous_orders: 0,
  previous_revenue: null,
  visits_change: null,
  placement: { kind: 'type', since: null, until: null },
}

const FRAME = {
  business: {
    name: 'Kilimo',
    isSample: false,
    currency: 'TZS',
    currencyDigits: 2,
    country: 'TZ',
    timeZone: 'Africa/Dar_es_Salaam',
  },
  groupName: 'Company',
  groupRevenue: 2469135,
  from: '2026-01-01T00:00:00.000Z',
}

test('numbers are written plainly and marked as numbers, days as the business has them, nothing as nothing', () => {
  const columns = ['registered', 'orders', 'revenue', 'share', 'previous_revenue', 'last_order', 'visit'] as const
  const { text, html } = copiedList(columns, [CUSTOMER], FRAME)
  expect(text.split('\n')[1]).toBe('2026-03-31\t1234\t1234567.5\t50 %\t\t\tNew')
  expect(html).toContain('<td sdval="1234567.5" x:num="1234567.5">1234567.5</td>')
})

test('a name is no formula, breaks no row and is no markup', () => {
  const { text, html } = copiedList(['name', 'placement'], [CUSTOMER], FRAME)
  expect(text).toBe(`Customer\tWhy here\n'=HYPERLINK("http://x") <b>\tCompany from the beginning`)
  expect(html).toContain(`<td>'=HYPERLINK(&quot;http://x&quot;) &lt;b&gt;</td>`)
})
