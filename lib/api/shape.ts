import { isSchema, type JsonSchema } from './json-schema'

/** Words for what a text holds. */
const FORMAT_WORDS: Readonly<Record<string, string>> = {
  uuid: 'uuid',
  'date-time': 'instant',
  date: 'day',
  email: 'e-mail',
}

/**
 * A schema in short, for people: `{ "id": uuid, "phone": text | null }`, a field that may be left out with `?`. It follows
 * references among `components`.
 */
export function shapeOf(schema: JsonSchema, components: Readonly<Record<string, JsonSchema>>): string {
  return shape(schema, { components, indent: '' })
}

type Place = { components: Readonly<Record<string, JsonSchema>>; indent: string }

function shape(schema: JsonSchema, place: Place): string {
  if (schema.$ref !== undefined) return shape(place.components[schema.$ref.split('/').at(-1) ?? ''] ?? {}, place)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const options = (schema.anyOf ?? schema.oneOf)?.filter(isSchema)
  if (options) return options.map((option) => shape(option, place)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => wordOf(type, schema.format)).join(' | ')
  if (schema.type === 'array') return arrayShape(schema, place)
  return schema.type === 'object' ? objectShape(schema, place) : wordOf(schema.type, schema.format)
}

/** What a value is, in a word. */
function wordOf(type: string | undefined, format: string | undefined): string {
  if (type === 'string') return FORMAT_WORDS[format ?? ''] ?? 'text'
  return type === 'integer' ? 'whole number' : (type ?? 'anything')
}

function arrayShape({ items }: JsonSchema, place: Place): string {
  return isSchema(items) && !Array.isArray(items) ? `[${shape(items, place)}, …]` : '[]'
}

function objectShape({ properties = {}, required = [], additionalProperties }: JsonSchema, place: Place): string {
  const inner = { ...place, indent: `${place.indent}  ` }
  const fields = Object.entries(properties).flatMap(([name, field]) =>
    isSchema(field) ? [`${inner.indent}"${name}"${required.includes(name) ? '' : '?'}: ${shape(field, inner)}`] : [],
  )
  const others = isSchema(additionalProperties) ? othersOf(additionalProperties, inner) : []
  const lines = [...fields, ...others]
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${place.indent}}`
}

/** Fields whose names are not known beforehand; where nothing is said of them, there may be more. */
function othersOf(each: JsonSchema, inner: Place): string[] {
  return [Object.keys(each).length === 0 ? `${inner.indent}…` : `${inner.indent}[each key]: ${shape(each, inner)}`]
}
