import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { groupsParamsSchema } from '@/lib/customer-groups/params'
import { explainReaders } from './address-readers'
import { EXPLAINED_FIGURES } from './figures'
import { figureShape } from './params'

const { group, as_of, page } = groupsParamsSchema.shape

/** The field of the contract that each parameter of the page is handed to. */
const FIELDS: Record<keyof typeof explainReaders, z.ZodType> = {
  explain: figureShape.figure,
  explain_of: group,
  explain_at: figureShape.at,
  explain_among: figureShape.among,
  explain_customer: figureShape.customer,
  explain_part: figureShape.part,
  explain_as_of: as_of,
  explain_page: page,
}

const EDGES = [
  ...[
    '',
    'all',
    'company',
    'A',
    'period',
    'previous',
    'change',
    'group',
    'list',
    'bridge',
    '0',
    '1',
    '01',
    '1000000',
    '1000001',
  ],
  ...EXPLAINED_FIGURES,
  ...['week-2026-03-02', 'day-2026-02-29', 'month-2024-02-29', 'year-2026-01-01', 'week-2026-3-2', 'week-2026-03-02 '],
  ...['01a22801-bae1-7184-956f-2e798e527e6c', '01A22801-BAE1-7184-956F-2E798E527E6C'],
  ...['01a22801bae17184956f2e798e527e6c', '01a22801-bae1-9184-956f-2e798e527e6c'],
  ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  ...['2026-03-31T20:15:00Z', '2026-03-31T20:15:00+03:00', '2026-03-31', '1899-12-31T23:59:59Z', 'now'],
]

test.each(Object.entries(FIELDS))('%s is read as its contract reads it', (name, field) => {
  const read = new Map<string, (text: string) => unknown>(Object.entries(explainReaders)).get(name)
  const same = (text: string) => {
    const parsed = field.safeParse(text)
    expect({ text, value: read?.(text) }).toEqual({ text, value: parsed.success ? parsed.data : null })
  }
  for (const text of EDGES) same(text)
  const instants = fc.date({ noInvalidDate: true }).map((at) => at.toISOString())
  fc.assert(fc.property(fc.oneof(fc.string(), fc.uuid(), instants), same))
})
