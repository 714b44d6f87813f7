import { readdirSync, readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, test } from 'vitest'
import { openApiDocument } from './openapi'
import { OPERATIONS } from './operations'
import { PARAMETER_WORDS } from './parameter-words'
import { parametersOf } from './parameters'

const document = openApiDocument()
const text = JSON.stringify(document)

/** Every handler for programs as the sources have it: those under `app/api`, and the exports. */
function servedRoutes(): string[] {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  return files.flatMap((file) => {
    if (!/^api\/.*route\.ts$|export\/route\.ts$/.test(file)) return []
    const source = readFileSync(`app/${file}`, 'utf8')
    const pattern = /(?:route(?:<\w+>)?\(|PATTERN = )'([^']+)'/.exec(source)?.[1]
    return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE) /g)].map(
      ([, method]) => `${method} ${pattern}`,
    )
  })
}

test('the operations are the routes, and nothing else', () => {
  const operations = OPERATIONS.map(({ method, path }) => `${method} ${path}`)
  expect(operations.toSorted()).toEqual(servedRoutes().toSorted())
  expect(new Set(OPERATIONS.map(({ id }) => id)).size).toBe(OPERATIONS.length)
})

test('the document is valid by the official schema of OpenAPI 3.1', async () => {
  const validator = new Validator()
  expect(await validator.validate(JSON.parse(text))).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
})

test('every reference leads to a component, and every component is referred to', () => {
  const referred = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name))
  expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort())
})

test('no part of a contract is left as anything at all, but the document itself', () => {
  const { Document: _, ...schemas } = document.components.schemas
  expect(JSON.stringify([schemas, document.paths])).not.toMatch(/"(?!properties|data)\w+":\{\}/)
})

test('every parameter is described, and no word is left over', () => {
  const parameters = OPERATIONS.flatMap(parametersOf)
  expect(parameters.filter(({ description }) => description === '')).toEqual([])
  const named = new Set(parameters.map(({ name }) => name))
  expect(Object.keys(PARAMETER_WORDS).filter((name) => !named.has(name))).toEqual([])
})

test('a parameter says its default as it is sent', () => {
  const defaults = OPERATIONS.filter(({ id }) => ['getCustomerGroups', 'exportCustomers'].includes(id)).map(
    (operation) => Object.fromEntries(parametersOf(operation).map(({ name, schema }) => [name, schema.default])),
  )
  expect(defaults[0]).toMatchObject({ period: '6months', group: 'all', q: '', page: 1, page_size: 25, from: undefined })
  expect(defaults[1]).toMatchObject({ columns: 'name,group,phone,branch,registered,last_order,orders,revenue' })
})

test.each(OPERATIONS.filter(({ example }) => Object.keys(example).length > 0).map((one) => [one.id, one] as const))(
  'the example of %s is taken by its contract',
  (_, { query, body, example }) => {
    if (query) expect(query.safeParse(Object.fromEntries(new URLSearchParams(example.query))).error).toBeUndefined()
    if (body) expect(body.schema.safeParse(example.body).error).toBeUndefined()
  },
)

test('what must not be sent is not offered', () => {
  expect(JSON.stringify(document.components.schemas.Registration)).not.toContain('vehicle_id')
})
