import { type JsonSchema, toParameters } from './json-schema'
import type { Operation } from './operation'
import { PARAMETER_WORDS } from './parameter-words'

/** A parameter as OpenAPI writes it. */
export type Parameter = {
  name: string
  in: 'path' | 'query' | 'header'
  required: boolean
  description: string
  schema: JsonSchema
}

/** Everything that an operation takes beside its body: path, query and the key that makes it once. */
export function parametersOf({ path, query, parameterWords = {}, isKeyed }: Operation): Parameter[] {
  const described = (parameter: Omit<Parameter, 'description'>) => ({
    ...parameter,
    description: parameterWords[parameter.name] ?? PARAMETER_WORDS[parameter.name] ?? '',
  })
  const inPath = [...path.matchAll(/\[(\w+)\]/g)].map(([, name = '']) =>
    described({ name, in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }),
  )
  const { properties, required } = query ? toParameters(query) : { properties: {}, required: [] }
  const inQuery = Object.entries(properties).map(([name, schema]) =>
    described({ name, in: 'query', required: required.includes(name), schema }),
  )
  const key = { type: 'string', minLength: 8, maxLength: 200, pattern: '^[\\x20-\\x7e]{8,200}$' } as const
  const inHeader = isKeyed ? [described({ name: 'Idempotency-Key', in: 'header', required: true, schema: key })] : []
  return [...inPath, ...inHeader, ...inQuery]
}

/** A path as OpenAPI writes it: `/api/customers/{id}`. */
export function templateOf(path: string): string {
  return path.replaceAll(/\[(\w+)\]/g, '{$1}')
}
