import { expect, test } from 'vitest'
import { groupsHref, groupsPageHref, notUnderstood, readGroupsUrl, readGroupsView } from './groups-url'

const read = (query: string) => readGroupsUrl(new URLSearchParams(query))
const passedOver = (query: string) =>
  notUnderstood(new URLSearchParams(query)).map(({ name, value }) => `${name}=${value}`)

test('an empty URL is the defaults of the contract', () => {
  expect(read('')).toEqual({
    period: '6months',
    compare: 'previous',
    group: 'all',
    activity: 'active',
    order_type: 'all',
    branch: 'all',
    group_by: 'type',
    group_at: 'now',
    visits: 'all',
    vehicle: 'all',
    q: '',
    sort: 'revenue',
    dir: 'desc',
    page: 1,
    page_size: 25,
  })
})

test('what is written into a URL is read back the same', () => {
  const params = {
    ...read(''),
    period: '1year' as const,
    group: 'ngo',
    as_of: '2026-03-31T20:15:00.000Z',
    q: 'Müller & Söhne',
    page: 3,
  }
  expect(read(groupsHref('', params))).toEqual(params)
})

test('a default leaves no trace in a link', () => {
  expect(groupsHref('/customer-groups', read(''))).toBe('/customer-groups')
})

test('rubbish reads as the default and is named', () => {
  const query = 'period=12months&sort=size&page=0&as_of=yesterday&branch=A%20B'
  expect(read(query)).toEqual(read(''))
  expect(passedOver(query)).toEqual(['period=12months', 'sort=size', 'page=0', 'as_of=yesterday', 'branch=A B'])
})

test('an unknown parameter is named', () => {
  expect(passedOver('peroid=1year')).toEqual(['peroid=1year'])
})

test('of a repeated parameter the first counts and the others are named', () => {
  expect(read('period=1year&period=1month').period).toBe('1year')
  expect(passedOver('period=1year&period=1month')).toEqual(['period=1month'])
})

test('days alone are a custom range, and make a link that is read back the same', () => {
  const params = read('from=2026-03-01&to=2026-03-31&compare=last_year')
  expect(params).toMatchObject({ period: 'custom', from: '2026-03-01', to: '2026-03-31', compare: 'last_year' })
  expect(read(groupsHref('', params))).toEqual(params)
  expect(passedOver('from=2026-03-01&to=2026-03-31&compare=last_year')).toEqual([])
})

test('another period takes the days out of a link', () => {
  const params = read('from=2026-03-01&to=2026-03-31')
  expect(groupsHref('/', { ...params, period: 'this_year' })).toBe('/?period=this_year')
  expect(groupsHref('/', { ...params, period: '6months' })).toBe('/')
})

test.each([
  ['period=custom', ['period=custom']],
  ['from=2026-03-01', ['from=2026-03-01']],
  ['period=custom&to=2026-03-31', ['period=custom', 'to=2026-03-31']],
  ['from=2026-03-31&to=2026-03-01', ['from=2026-03-31', 'to=2026-03-01']],
  ['from=2026-02-30&to=2026-03-31', ['from=2026-02-30', 'to=2026-03-31']],
  ['from=0001-01-01&to=9999-12-31', ['from=0001-01-01', 'to=9999-12-31']],
])('%s reads as the default and is named', (query, named) => {
  expect(read(query)).toEqual(read(''))
  expect(passedOver(query)).toEqual(named)
})

test('days beside another period are passed over and named, and the period holds', () => {
  const query = 'period=1year&from=2026-03-01&to=2026-03-31'
  expect(read(query)).toEqual(read('period=1year'))
  expect(passedOver(query)).toEqual(['from=2026-03-01', 'to=2026-03-31'])
})

test('a good URL leaves nothing to name', () => {
  expect(passedOver('period=1year&group=personal&q=anna&page=2&as_of=2026-03-31T20:15:00%2B03:00')).toEqual([])
})

test.each([
  ['group_by=branch&group_at=order', ['group_at=order'], 'group_by=branch'],
  ['compare=none&activity=not_back&visits=continued', ['activity=not_back', 'visits=continued'], 'compare=none'],
  ['revenue_from=200&revenue_to=100', ['revenue_from=200'], 'revenue_to=100'],
])('of %s, what does not go with the rest reads as the default and is named', (query, named, kept) => {
  expect(read(query)).toEqual(read(kept))
  expect(passedOver(query)).toEqual(named)
})

test('how the figures over time and their change are shown is understood, and is no parameter of the figures', () => {
  expect(passedOver('measure=orders&bucket=week&hidden=ngo,company&bridge=ngo')).toEqual([])
  expect(passedOver('measure=profit&bucket=hour&hidden=ngo,&bridge=N G O')).toEqual([
    'measure=profit',
    'bucket=hour',
    'hidden=ngo,',
    'bridge=N G O',
  ])
  expect(read('measure=orders&bucket=week')).toEqual(read(''))
})

test('a link of the page keeps how its figures are shown', () => {
  const view = { measure: 'orders', bucket: 'week', hidden: 'ngo,company', bridge: 'ngo' } as const
  const link = groupsPageHref({ ...read(''), group: 'personal' }, view)
  expect(link).toBe('/customer-groups?group=personal&measure=orders&bucket=week&hidden=ngo,company&bridge=ngo')
  expect(readGroupsView(new URL(link, 'http://page.example').searchParams)).toEqual(view)
  const usual = { measure: 'revenue', bucket: 'auto', hidden: null, bridge: null } as const
  expect(groupsPageHref(read(''), usual)).toBe('/customer-groups')
})
