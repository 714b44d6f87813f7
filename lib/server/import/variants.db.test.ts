import { readdirSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { contents } from './testing/contents'
import { createTrial, type TrialFiles } from './testing/trial'

const SETS = ['chinook', 'northwind']

async function contentsAfter(files: TrialFiles) {
  const trial = await createTrial()
  try {
    const report = await trial.importFiles(files)
    expect(report.errors).toMatchObject({ total: 0 })
    return { ...(await contents(trial)), report }
  } finally {
    await trial.end()
  }
}

const variants = SETS.flatMap((set) =>
  readdirSync(`e2e/data/${set}/variants`).map((file) => ({ set, file, kind: file.split('.')[0] ?? '' })),
)

test('there are variants to try', () => {
  expect(variants.length).toBeGreaterThan(25)
})

describe.each(SETS)('%s', (set) => {
  const plain = { customers: `e2e/data/${set}/customers.csv`, orders: `e2e/data/${set}/orders.csv` }
  let expected: Awaited<ReturnType<typeof contentsAfter>>
  beforeAll(async () => {
    expected = await contentsAfter(plain)
    expect(expected.customers.length).toBeGreaterThan(50)
  })

  test.each(variants.filter((variant) => variant.set === set))(
    '$file gives the same contents as the plain file',
    async ({ file, kind }) => {
      const { customers, orders } = await contentsAfter({ ...plain, [kind]: `e2e/data/${set}/variants/${file}` })
      expect({ customers, orders }).toEqual({ customers: expected.customers, orders: expected.orders })
    },
  )
})

test('a file whose rows all stand there twice is taken once and reported', async () => {
  const { report } = await contentsAfter({
    customers: 'e2e/data/chinook/variants/customers.every_row_twice.csv',
    orders: 'e2e/data/chinook/variants/orders.every_row_twice.csv',
  })
  expect(report.customers).toMatchObject({ rows: 118, repeated: 59, applied: { created: 59 } })
  expect(report.orders).toMatchObject({ rows: 824, repeated: 412, applied: { created: 412 } })
})

test('what was found out about a file is reported', async () => {
  const { report } = await contentsAfter({
    customers: 'e2e/data/northwind/variants/customers.latin1_semicolon_crlf.csv',
    orders: 'e2e/data/northwind/variants/orders.decimal_comma_semicolon.csv',
  })
  expect(report.customers).toMatchObject({ encoding: 'windows-1252', separator: ';', decimal: null })
  expect(report.orders).toMatchObject({ encoding: 'utf-8', separator: ';', decimal: ',' })
})
