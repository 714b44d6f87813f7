import { z } from 'zod'

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 takes it. */
export type JsonSchema = z.core.JSONSchema.BaseSchema

/** `input` is what a sender may leave out and write in several forms, `output` what an answer always has. */
export type Direction = 'input' | 'output'

/** Named contracts as JSON Schemas that refer to each other as the components of a document. */
export function toComponents(named: ReadonlyMap<z.ZodType, string>, io: Direction): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of named) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    uri: (id) => `#/components/schemas/${id}`,
    io,
    unrepresentable: 'any',
    override: adapt,
  })
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, withoutPlace(schema)]))
}

/** The parameters of a request, each as its JSON Schema; `required` are those that have to be there. */
export function toParameters(schema: z.ZodType): { properties: Record<string, JsonSchema>; required: string[] } {
  // What is read before the contract, such as days that imply a period, hides it.
  const contract = schema instanceof z.ZodPipe ? schema.out : schema
  const { properties = {}, required = [] } = z.toJSONSchema(contract, {
    io: 'input',
    unrepresentable: 'any',
    override: adapt,
  })
  const parts = Object.entries(properties).flatMap(([name, part]) => (isSchema(part) ? [[name, part] as const] : []))
  return { properties: Object.fromEntries(parts), required }
}

/** Whether it is more than the word that anything, or nothing, is taken. */
export function isSchema(part: unknown): part is JsonSchema {
  return typeof part === 'object' && part !== null
}

type Overridden = Parameters<NonNullable<z.core.JSONSchemaGeneratorParams['override']>>[0]

/** What zod leaves to be said, and what says too much. */
function adapt({ zodSchema, jsonSchema }: Overridden): void {
  // Left out where a text is transformed: the default is then what it becomes.
  if (zodSchema instanceof z.ZodDefault) jsonSchema.default ??= asSent(zodSchema.def.defaultValue, jsonSchema)
  // The format says it in a word, and a number has no pattern.
  if (jsonSchema.format !== undefined || jsonSchema.type === 'integer') delete jsonSchema.pattern
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (zodSchema instanceof z.ZodObject) {
    const { shape } = zodSchema
    for (const name of Object.keys(shape)) if (isNever(shape[name])) delete jsonSchema.properties?.[name]
  }
}

function asSent(value: unknown, { type }: JsonSchema): unknown {
  return Array.isArray(value) && type === 'string' ? value.join(',') : value
}

/** A field that is named only to say that it must not be sent. */
function isNever(schema: unknown): boolean {
  return schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodUndefined
}

function withoutPlace({ $schema: _dialect, $id: _place, ...schema }: JsonSchema): JsonSchema {
  return schema
}
