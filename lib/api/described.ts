import { LEAST_ROLE, type Role } from '@/lib/roles'
import { componentSchemas, refTo } from './components'
import { curlOf } from './curl'
import type { DescribedFailure } from './failures'
import type { JsonSchema } from './json-schema'
import { type Answer, failuresOf, type Operation, SUBJECTS, type Subject } from './operation'
import { OPERATIONS } from './operations'
import { parametersOf, templateOf } from './parameters'
import { shapeOf } from './shape'

/** A parameter as a table tells of it; `initial` is its default, null where there is none. */
export type DescribedParameter = {
  name: string
  place: 'path' | 'query' | 'header'
  required: boolean
  taken: string
  initial: string | null
  words: string
}

/** An operation as people read of it. */
export type DescribedOperation = Pick<Operation, 'id' | 'method' | 'summary' | 'notes'> & {
  path: string
  /** Null where it is open to all. */
  leastRole: Role | null
  parameters: DescribedParameter[]
  body: string | null
  curl: string
  answer: { title: string; shape: string | null }
  failures: DescribedFailure[]
}

/** Everything that a program can ask for, by subject; `address` is where the application is reached. */
export function describeApi(address: string): { subject: Subject; operations: DescribedOperation[] }[] {
  const components = componentSchemas()
  const shapeOfNamed = (name: string) => shapeOf(refTo(name), components)
  const describe = (operation: Operation): DescribedOperation => {
    const { id, method, summary, notes, permission, body, answer } = operation
    return {
      ...{ id, method, summary, notes, path: templateOf(operation.path) },
      leastRole: permission && LEAST_ROLE[permission],
      parameters: parametersOf(operation).map(({ name, in: place, required, description, schema }) => ({
        ...{ name, place, required, words: description },
        taken: takenInWords(schema),
        initial: schema.default === undefined || schema.default === '' ? null : String(schema.default),
      })),
      body: body ? shapeOfNamed(body.name) : null,
      curl: curlOf(operation, address),
      answer: { title: answerTitle(answer), shape: answer.kind === 'file' ? null : shapeOfNamed(answer.name) },
      failures: failuresOf(operation),
    }
  }
  return SUBJECTS.map((subject) => ({
    subject,
    operations: OPERATIONS.filter((operation) => operation.subject === subject).map(describe),
  }))
}

/** The one body of every error. */
export function failureShape(): string {
  return shapeOf(refTo('Failure'), componentSchemas())
}

/** What a parameter takes: its values as they are written in a query, or in a word what it is, with its bounds. */
function takenInWords(schema: JsonSchema): string {
  const { minimum, maximum } = schema
  const from = minimum === undefined ? '' : ` from ${minimum}`
  const to = maximum === undefined ? '' : ` to ${maximum}`
  return `${shapeOf(schema, {}).replaceAll('"', '')}${from}${to}`
}

function answerTitle(answer: Answer): string {
  if (answer.kind === 'json') return `${answer.status}, application/json`
  return answer.kind === 'file' ? `200, a file: ${answer.mediaTypes.join(' or ')}` : '200, text/event-stream'
}
