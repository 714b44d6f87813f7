import { expect, test } from 'vitest'
import { explainedIn, toExplain } from '@/lib/customer-groups/explanation/address'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { parseSearchParams } from '@/lib/customer-groups/search-params'
import { explanationApiHref, explanationHref } from './explanation-url'
import { groupsHref, notUnderstood } from './groups-url'

const AS_OF = '2026-03-31T20:15:00.000Z'
const params = groupsParamsSchema.parse({ group: 'ngo', q: 'asha', sort: 'name', min_orders: '2', activity: 'all' })
const address = { figure: 'total_revenue', group: 'company', at: 'change' } as const

const query = (href: string) => new URL(href, 'http://localhost').searchParams

test('a link to a figure fixes the moment of the page, which understands all of it', () => {
  const link = query(explanationHref((choices) => groupsHref('/customer-groups', choices), params, address, AS_OF))
  expect(Object.fromEntries(link)).toMatchObject({ group: 'ngo', as_of: AS_OF, explain: 'total_revenue' })
  expect(link.get('explain_of')).toBe('company')
  expect(notUnderstood(link)).toEqual([])
})

test('the API is asked for the figure’s own group, and for the list’s filters only where it is one of the list', () => {
  const ofGroup = parseSearchParams(query(explanationApiHref(params, address, AS_OF, 3)), explanationQuerySchema)
  expect(ofGroup).toMatchObject({
    figure: 'total_revenue',
    at: 'change',
    group: 'company',
    q: '',
    as_of: AS_OF,
    page: 3,
  })
  expect(ofGroup.min_orders).toBeUndefined()
  const list = { figure: 'total_orders', group: 'ngo', among: 'list' } as const
  const ofList = parseSearchParams(query(explanationApiHref(params, list, AS_OF, 1)), explanationQuerySchema)
  expect(ofList).toMatchObject({ group: 'ngo', among: 'list', q: 'asha', min_orders: 2, activity: 'all' })
})

test('what the URL explains is read back as it was written', () => {
  expect(explainedIn(toExplain(address, AS_OF))).toEqual({ ...address, among: 'group' })
  expect(explainedIn({})).toBeNull()
})
