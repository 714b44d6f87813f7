import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bearer } from '@/e2e/api/api-key'
import { ACCESS, LIMITED_ADMIN, LIMITED_MANAGER, type Outcome } from './access-table'
import { type Asker, employEachRole, makeAskers, ROLES, type Standing } from './askers'
import { CUSTOMERS } from './customers'
import { Requests } from './requests'
import { type Person, Staff } from './staff'
import { VISIBLE, WITHOUT_CUSTOMERS } from './visible-table'
import { type As, Workplace } from './workplace'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const FIGURES = 'GET /api/customer-groups-data'
const ELSEWHERE = 'https://elsewhere.invalid'

let workplace: Workplace
let staff: Staff
let people: Map<string, Person>
let askers: Map<string, Asker>
let requests: Requests
beforeAll(async () => {
  workplace = await Workplace.open()
  staff = await Staff.settle(workplace)
  people = await employEachRole(staff)
  askers = await makeAskers(staff, people)
  // Whom an administrator of north may manage too.
  requests = await Requests.prepare(workplace, staff.administrator, person('viewer of north').id)
})
afterAll(() => workplace.stop())

function person(label: string): Person {
  const found = people.get(label)
  if (!found) throw new Error(`there is no ${label}`)
  return found
}

/** What the table says of an entry to somebody. */
function tabled(entry: string, standing: Standing, isLimited = false): Outcome | undefined {
  if (isLimited && standing === 'admin' && entry in LIMITED_ADMIN) return LIMITED_ADMIN[entry]
  if (isLimited && standing === 'manager' && entry in LIMITED_MANAGER) return LIMITED_MANAGER[entry]
  const [, ...outcomes] = ACCESS.find(([listed]) => listed === entry) ?? []
  return outcomes[['nobody', ...ROLES].indexOf(standing)]
}

const isHandler = (entry: string) => !/^(PAGE|ACTION) /.test(entry)

test('the table has everything that is built, and nothing that is not', () => {
  const { pages, actions, handlers } = workplace.entries
  const listed = ACCESS.map(([entry]) => entry)
  const built = [...pages.map((page) => `PAGE ${page}`), ...actions.map(({ entry }) => entry)]
  expect(listed.filter((entry) => !isHandler(entry)).sort()).toEqual(built.sort())
  expect([...new Set(listed.filter(isHandler).map((entry) => entry.split(' ')[1]))].sort()).toEqual(handlers)
})

test('a handler answers no method that is not in the table', async () => {
  const unlisted = workplace.entries.handlers.flatMap((path) => METHODS.map((method) => `${method} ${path}`))
  for (const entry of unlisted.filter((one) => !ACCESS.some(([listed]) => listed === one))) {
    // A static file answers 500 to what is no GET.
    expect([405, 500], entry).toContain(await requests.outcome(entry, staff.administrator))
  }
})

describe('everybody meets what the table says', () => {
  const apart = ['POST /sign-out', 'PAGE /_not-found']
  const repeatable = ACCESS.map(([entry]) => entry).filter((entry) => !apart.includes(entry))
  test.each(repeatable)('%s', async (entry) => {
    const met: Record<string, Outcome> = {}
    const expected: Record<string, Outcome | undefined> = {}
    for (const [label, { as, toHandlers, toPages, isLimited }] of askers) {
      met[label] = await requests.outcome(entry, as)
      expected[label] = tabled(entry, isHandler(entry) ? toHandlers : toPages, isLimited)
    }
    expect(met).toEqual(expected)
  })

  test('POST /sign-out, which ends the session that it is sent by', async () => {
    for (const role of ROLES) {
      const session = await staff.signIn(person(role))
      expect(await requests.outcome('POST /sign-out', session)).toBe(tabled('POST /sign-out', role))
      expect(await requests.outcome(FIGURES, session)).toBe(401)
    }
    expect(await requests.outcome('POST /sign-out', {})).toBe(tabled('POST /sign-out', 'nobody'))
  })

  test('PAGE /_not-found, which holds nothing: whoever brings a cookie, good or not, is told so', async () => {
    for (const [label, { as, toPages }] of askers) {
      const told = toPages === 'nobody' && 'Cookie' in as ? [404, tabled('PAGE /_not-found', 'nobody')] : []
      expect([tabled('PAGE /_not-found', toPages), ...told], label).toContain(
        await requests.outcome('PAGE /_not-found', as),
      )
    }
  })

  test('a key that is not good is not helped by a good session beside it', async () => {
    expect(await requests.outcome(FIGURES, { ...person('admin').session, ...bearer('cgk_') })).toBe(401)
  })
})

describe('everybody sees the records of their branches', () => {
  test('at each page and GET handler, but those that show no customer', () => {
    const read = ACCESS.map(([entry]) => entry).filter((entry) => /^(PAGE|GET) /.test(entry))
    const shown = VISIBLE.map(([entry]) => entry.replace(/\[[A-Z][^\]]*\]/, '[id]'))
    expect([...new Set(shown), ...WITHOUT_CUSTOMERS].sort()).toEqual(read.sort())
  })

  // The stream of /api/live has no end; its own tests read it.
  test.each(WITHOUT_CUSTOMERS.filter((entry) => entry !== 'GET /api/live'))('%s shows no customer', async (entry) => {
    const seen = await requests.seen(entry, '', staff.administrator)
    if (typeof seen === 'string') expect(seen).toBe('')
  })

  test.each(VISIBLE)('%s %s', async (entry, query, everyBranch, northAlone) => {
    for (const way of isHandler(entry) ? ['session', 'key'] : ['session']) {
      const as = (who: string) => askers.get(`${way}: ${who}`)?.as ?? {}
      expect(await requests.seen(entry, query, as('manager')), way).toBe(everyBranch)
      expect(await requests.seen(entry, query, as('manager of north')), way).toBe(northAlone)
    }
  })

  test('the branches that are offered are those of the person', async () => {
    const page = async (label: string) => (await workplace.get('/customer-groups', person(label).session)).text()
    expect(await page('viewer')).toContain('airport')
    expect(await page('viewer of north')).not.toContain('airport')
  })
})

describe('what another site has a browser send does nothing', () => {
  test.each(ACCESS.map(([entry]) => entry).filter((entry) => /^(POST|PATCH|ACTION) /.test(entry)))(
    '%s',
    async (entry) => {
      const asAdministrator = { ...person('admin').session, Origin: ELSEWHERE }
      expect([403, 500]).toContain(await requests.outcome(entry, asAdministrator))
    },
  )

  const open = ACCESS.filter(([entry, nobody]) => entry.startsWith('ACTION ') && nobody === 200)
  test.each(open.map(([entry]) => entry))('%s, which is open to all, is refused by a check of ours', async (entry) => {
    // Without an Origin, the framework lets it pass.
    const headers = { Origin: '', 'Sec-Fetch-Site': 'cross-site' }
    const answer = await workplace.act(entry.slice('ACTION '.length), {}, headers)
    expect(await answer.text()).toContain('did not come from a page of this application')
  })

  test.each<[string, As]>([
    ['an Origin of elsewhere', { Origin: ELSEWHERE }],
    ['no Origin, and no word of the own site', { Origin: '', 'Sec-Fetch-Site': 'cross-site' }],
  ])('a change of name with %s', async (_, headers) => {
    const { session, name } = person('viewer')
    const answer = await workplace.act('/account renameSelf', { name: 'Renamed' }, { ...session, ...headers })
    expect(await answer.text()).not.toContain('"done"')
    expect(await (await workplace.get('/account', session)).text()).toContain(name)
  })
})

describe('nothing is kept, framed or run that is not ours', () => {
  const entries = ACCESS.map(([entry]) => entry).filter((entry) => !/^(ACTION|POST)|\.(png|svg)$/.test(entry))
  test.each(entries)('%s', async (entry) => {
    for (const { as } of [{ as: staff.administrator }, ...askers.values()].slice(0, 3)) {
      const headers = await requests.headers(entry, as)
      expect(headers.get('cache-control')).toContain('no-store')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      if (headers.get('location')) continue
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    }
  })
})

test('the log of all this, and of what goes wrong, holds no name, phone, e-mail, token or password', async () => {
  const { email, name, session } = person('viewer')
  for (const { name: full, phone, email: mail } of CUSTOMERS) {
    for (const q of [full, phone, mail]) {
      await requests.outcome(`${FIGURES}?${new URLSearchParams({ group: 'personal', q })}`, session)
      await requests.outcome(`${FIGURES}?${new URLSearchParams({ branch: q, [q]: q })}`, session)
      await requests.outcome(`PAGE /${encodeURIComponent(q)}`, session)
    }
  }
  await workplace.act('/sign-in enterByPassword', { email, password: `wrong ${name}` })
  await workplace.act('/people invite', { name, email, role: 'viewer', all_branches: 'true' }, staff.administrator)
  await workplace.act('/account renameSelf', { name: `${name}\u0000` }, session)
  const log = workplace.log()
  expect(log).toContain('"/api/customer-groups-data"')
  const known = [...staff.secrets, ...CUSTOMERS.flatMap((row) => [row.name, row.phone, row.phone.slice(1), row.email])]
  expect(known.filter((text) => log.includes(text) || log.includes(encodeURIComponent(text)))).toEqual([])
})
