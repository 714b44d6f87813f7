import { expect, test } from 'vitest'
import { auditHref, readAuditUrl } from './audit-url'

const read = (query: string) => readAuditUrl(new URLSearchParams(query))

test('the filters of a link are what is asked for, and make the same link again', () => {
  const query = 'action=export.started&actor=shell&from=2026-03-01&to=2026-03-31'
  const { params, rubbish } = read(query)
  expect(params).toEqual({ action: 'export.started', actor: 'shell', from: '2026-03-01', to: '2026-03-31' })
  expect(rubbish).toEqual([])
  expect(auditHref(params)).toBe(`/audit?${query}`)
})

test('rubbish is passed over and named, and breaks nothing beside it', () => {
  const { params, rubbish } = read('action=party&from=2026-02-31&to=2026-03-31&page=2&to=2026-04-01')
  expect(params).toEqual({ to: '2026-03-31' })
  expect(rubbish.map(({ name, value }) => `${name}=${value}`)).toEqual([
    'action=party',
    'from=2026-02-31',
    'page=2',
    'to=2026-04-01',
  ])
})

test('blank fields of the form ask for nothing', () => {
  expect(read('action=&actor=&from=&to=')).toEqual({ params: {}, rubbish: [] })
  expect(auditHref({})).toBe('/audit')
})
