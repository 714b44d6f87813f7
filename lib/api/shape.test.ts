import { expect, test } from 'vitest'
import { z } from 'zod'
import { toComponents } from './json-schema'
import { shapeOf } from './shape'

function shapeFor(schema: z.ZodType, io: 'input' | 'output' = 'output'): string {
  return shapeOf(toComponents(new Map([[schema, 'Shown']]), io).Shown ?? {}, {})
}

test('a field is told by what it holds, and what may be left out is marked', () => {
  const schema = z.strictObject({
    id: z.uuid(),
    phone: z.string().nullable(),
    kind: z.enum(['a', 'b']),
    count: z.int().default(1),
    at: z.iso.datetime(),
  })
  expect(shapeFor(schema, 'input')).toBe(
    '{\n  "id": uuid,\n  "phone": text | null,\n  "kind": "a" | "b",\n  "count"?: whole number,\n  "at": instant\n}',
  )
})

test('lists, records and what lies inside them are indented', () => {
  const schema = z.object({ rows: z.array(z.object({ n: z.number() })), by_key: z.record(z.string(), z.boolean()) })
  expect(shapeFor(schema)).toBe(
    '{\n  "rows": [{\n    "n": number\n  }, …],\n  "by_key": {\n    [each key]: boolean\n  }\n}',
  )
})

test('a reference is followed', () => {
  const page = z.object({ number: z.int() })
  const components = toComponents(
    new Map<z.ZodType, string>([
      [page, 'Page'],
      [z.object({ page }), 'List'],
    ]),
    'output',
  )
  expect(shapeOf({ $ref: '#/components/schemas/List' }, components)).toBe(
    '{\n  "page": {\n    "number": whole number\n  }\n}',
  )
})
