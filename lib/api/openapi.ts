import { ROLE_DUTIES, ROLE_WORDS } from '@/lib/format/account-words'
import { LEAST_ROLE, ROLES } from '@/lib/roles'
import { componentSchemas, refTo } from './components'
import { type Answer, failuresOf, type Operation, SUBJECTS } from './operation'
import { OPERATIONS } from './operations'
import { parametersOf, templateOf } from './parameters'

const DESCRIPTION = `The figures, customers and orders of a business, for programs. Amounts are in major units of the one
currency of the business, instants in UTC, days local ones of the business. Nothing is kept by a cache.`

const KEY = `A key that an administrator makes. It has a role, branches and an expiry, and sees the records of its branches
alone. Roles: ${ROLES.map((role) => `${ROLE_WORDS[role]}: ${ROLE_DUTIES[role]}`).join(' ')}`

const REQUEST_ID = { 'X-Request-Id': { description: 'By what the log knows the request.', schema: { type: 'string' } } }
const RETRY = { 'Retry-After': { description: 'After how many seconds to try again.', schema: { type: 'integer' } } }
const CHALLENGE = { 'WWW-Authenticate': { description: 'Bearer.', schema: { type: 'string' } } }
const HEADERS: Readonly<Record<number, object>> = { 401: CHALLENGE, 429: RETRY, 503: RETRY }

/** The API as an OpenAPI 3.1 document, made from the contracts of its routes. */
export function openApiDocument() {
  return {
    openapi: '3.1.1',
    info: { title: 'Customer Groups', version: '1.0.0', description: DESCRIPTION },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
    tags: SUBJECTS.map((name) => ({ name })),
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: componentSchemas(),
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: KEY } },
    },
  }
}

function pathsOf(operations: readonly Operation[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {}
  for (const operation of operations) {
    const template = templateOf(operation.path)
    paths[template] = { ...paths[template], [operation.method.toLowerCase()]: described(operation) }
  }
  return paths
}

function described(operation: Operation) {
  const { id, subject, summary, notes, permission, body, example } = operation
  const content = body && { schema: refTo(body.name), example: example.body }
  return {
    operationId: id,
    tags: [subject],
    summary,
    description: notes,
    ...(permission ? { 'x-least-role': LEAST_ROLE[permission] } : { security: [] }),
    parameters: parametersOf(operation),
    ...(content && { requestBody: { required: true, content: { 'application/json': content } } }),
    responses: { ...answered(operation.answer), ...refused(operation) },
  }
}

function answered(answer: Answer) {
  if (answer.kind === 'json') {
    const content = { 'application/json': { schema: refTo(answer.name) } }
    return { [answer.status]: { description: 'Done.', headers: REQUEST_ID, content } }
  }
  if (answer.kind === 'file') {
    const files = answer.mediaTypes.map((type) => [type, { schema: { type: 'string' } }])
    return { 200: { description: 'The file.', headers: REQUEST_ID, content: Object.fromEntries(files) } }
  }
  const description = `Events; the name and the data of each are those of #/components/schemas/${answer.name}.`
  return { 200: { description, headers: REQUEST_ID, content: { 'text/event-stream': { schema: { type: 'string' } } } } }
}

/** One answer for each status, with every code that it can have. */
function refused(operation: Operation) {
  const failures = failuresOf(operation)
  const content = { 'application/json': { schema: refTo('Failure') } }
  const answers = failures.map(({ status }) => {
    const words = failures.filter((failure) => failure.status === status).map(({ code, when }) => `${code}: ${when}`)
    return [status, { description: words.join(' '), headers: { ...REQUEST_ID, ...HEADERS[status] }, content }] as const
  })
  return Object.fromEntries(answers)
}
