import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearer } from './api-key'
import { type ServedRecords, serveRecords } from './served-records'

const AS_OF = '2026-03-31T20:15:00Z'

let served: ServedRecords
beforeAll(async () => {
  served = await serveRecords('workshop_edges')
  await served.business(['--time-zone', 'Africa/Dar_es_Salaam'])
})
afterAll(() => served.stop())

const fetchPath = (path: string, query: string | Record<string, string> = '') =>
  fetch(`${served.address}${path}?${new URLSearchParams(query)}`, { headers: bearer(served.key) })
const groups = (query: string | Record<string, string>) => fetchPath('/api/customer-groups-data', query)
const download = (query: Record<string, string>) => fetchPath('/customer-groups/export', { as_of: AS_OF, ...query })

describe('a refused request', () => {
  test.each([
    ['an unknown period', 'period=12months', 'period'],
    ['an unknown group', 'group=nobody', 'group'],
    ['an unknown branch', 'branch=nowhere', 'branch'],
    ['an unknown parameter', 'limit=10', 'limit'],
    ['a repeated parameter', 'period=1year&period=1month', 'period'],
    ['U+0000', 'q=a%00', 'q'],
    ['an instant without an offset', 'as_of=2026-03-31', 'as_of'],
    ['a page beyond the last', 'group=personal&page=999', 'page'],
  ])('%s is 400 and names the parameter', async (_, query, name) => {
    const response = await groups(query)
    const body = await response.json()
    expect(response.status).toBe(400)
    expect(body).toMatchObject({ success: false, code: 'bad_parameters', fields: [{ name }] })
    expect(body.error).toMatch(/^[A-Z].*\.$/)
    expect(response.headers.get('x-request-id')).toBe(body.request_id)
  })

  test('of the export is the same envelope and no file', async () => {
    const response = await download({ period: '12months' })
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toMatchObject({ success: false, fields: [{ name: 'period' }] })
  })
})

test('page 1 of nothing is an answer', async () => {
  const response = await groups({ group: 'ngo', q: 'nobody is called this', as_of: AS_OF })
  expect(response.status).toBe(200)
  expect((await response.json()).group_details).toMatchObject({ page: { number: 1, total: 0 }, customers: [] })
})

test('personal data is never kept by a cache', async () => {
  for (const response of [await groups(''), await groups('period=x'), await download({})])
    expect(response.headers.get('cache-control')).toBe('no-store')
})

test('the same as_of gives the same answer', async () => {
  const query = { as_of: AS_OF, period: '1year', group: 'personal' }
  expect(await (await groups(query)).json()).toEqual(await (await groups(query)).json())
})

test.each(['active', 'inactive', 'all'])(
  'the export has the rows and the sums of the list and the card: %s',
  async (activity) => {
    for (const group of ['personal', 'company', 'unclassified']) {
      const query = { as_of: AS_OF, period: '1year', activity, group, page_size: '100' }
      const rows = await listed(query)
      const exported = await exportedRows(query)
      const { group_details } = await (await groups(query)).json()
      expect(exported.map((row) => [row.external_id, row.revenue])).toEqual(rows)
      expect(exported).toHaveLength(group_details.stats.customer_count)
      expect(total(exported.map((row) => row.revenue ?? ''))).toBe(
        total([group_details.stats.total_revenue.toFixed(2)]),
      )
    }
  },
)

test('the export has what the search matches, of every group where none is chosen', async () => {
  const exported = await exportedRows({ period: '1year', activity: 'all', q: 'motors' })
  const { groups: cards } = await (await groups({ as_of: AS_OF })).json()
  const found = await Promise.all(
    Object.keys(cards).map((group) => listed({ as_of: AS_OF, period: '1year', activity: 'all', q: 'motors', group })),
  )
  expect(exported.map((row) => row.external_id).sort()).toEqual(
    found
      .flat()
      .map(([id]) => id)
      .sort(),
  )
})

test('the file is named by its period and days', async () => {
  const { headers } = await download({ period: '1month' })
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="customers-all-1month-2026-03-01-to-2026-03-31.csv"',
  )
})

test.each([
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['json', 'application/json'],
])('an export as %s says its type and is named after it', async (format, type) => {
  const { headers } = await download({ period: '1month', format })
  expect(headers.get('content-type')).toBe(type)
  expect(headers.get('content-disposition')).toContain(`-to-2026-03-31.${format}"`)
})

/** All pages of a list: external ids with exact amounts. */
async function listed(query: Record<string, string>): Promise<(string | undefined)[][]> {
  const rows: { external_id: string; revenue: number }[] = []
  for (let page = 1; ; page++) {
    const { group_details } = await (await groups({ ...query, page: String(page), page_size: '100' })).json()
    rows.push(...group_details.customers)
    if (rows.length >= group_details.page.total) break
  }
  return rows.map((row) => [row.external_id, row.revenue.toFixed(2)])
}

async function exportedRows(query: Record<string, string>): Promise<Record<string, string>[]> {
  const response = await download(query)
  expect(response.status).toBe(200)
  return parse(Buffer.from(await response.arrayBuffer()), { columns: true, bom: true })
}

const total = (amounts: string[]) => amounts.reduce((cents, amount) => cents + Math.round(Number(amount) * 100), 0)
