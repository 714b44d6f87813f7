import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createTestDatabase, type TestDatabase } from '@/db/testing/database'

/**
 * The class of every table: D is distributed by customer, R is small and everywhere, K leads from a key to its customer,
 * L stays on one machine. The rules below are what an engine that distributes the tables needs.
 */
const CLASSES: Record<string, 'D' | 'R' | 'K' | 'L'> = {
  customers: 'D',
  customer_branches: 'D',
  customer_group_memberships: 'D',
  customer_merges: 'D',
  notes: 'D',
  order_history: 'D',
  orders: 'D',
  vehicles: 'D',
  branches: 'R',
  customer_groups: 'R',
  recency_bands: 'R',
  user_branches: 'R',
  users: 'R',
  customer_keys: 'K',
  accounts: 'L',
  api_key_branches: 'L',
  api_keys: 'L',
  audit_log: 'L',
  business: 'L',
  idempotency_keys: 'L',
  import_jobs: 'L',
  import_parts: 'L',
  import_shapes: 'L',
  imports: 'L',
  one_time_links: 'L',
  saved_views: 'L',
  schema_migrations: 'L',
  sessions: 'L',
  sign_in_failures: 'L',
  verifications: 'L',
}

const KEYS: Record<string, string[]> = { customers: ['id'], customer_branches: ['customer_id', 'branch_id'] }

const constraint = z.object({
  table: z.string(),
  kind: z.enum(['p', 'u', 'f']),
  columns: z.array(z.string()),
  target: z.string().nullable(),
  target_columns: z.array(z.string()).nullable(),
})

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

async function rows<S extends z.ZodType>(schema: S, statement: string): Promise<z.output<S>[]> {
  const { rows: found } = await database.pool.query(statement)
  return z.array(schema).parse(found)
}

const constraints = () =>
  rows(
    constraint,
    `select c.conrelid::regclass::text as "table", c.contype as kind, nullif(c.confrelid, 0)::regclass::text as target,
       ${columnsOf('c.conrelid', 'c.conkey')} as columns, ${columnsOf('c.confrelid', 'c.confkey')} as target_columns
     from pg_constraint c where c.connamespace = 'public'::regnamespace and c.contype in ('p', 'u', 'f')`,
  )

const columnsOf = (table: string, numbers: string) =>
  `(select json_agg(a.attname order by k.place) from unnest(${numbers}) with ordinality as k(number, place)
    join pg_attribute a on a.attrelid = ${table} and a.attnum = k.number)`

/** The column by which a table is spread; null where it is not. */
function distributionColumn(table: string): string | null {
  if (table === 'customers') return 'id'
  return { D: 'customer_id', K: 'value', R: null, L: null }[CLASSES[table] ?? 'L']
}

const named = z.object({ name: z.string() })

test('every table has a class, and every class is of a table that is there', async () => {
  const tables = await rows(
    named,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
  )
  expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(CLASSES).sort())
})

describe('tables distributed by customer', () => {
  test('their primary key is the customer and an id, or what the row is of', async () => {
    const keys = (await constraints()).filter(({ table, kind }) => kind === 'p' && CLASSES[table] === 'D')
    expect(keys).toHaveLength(Object.values(CLASSES).filter((kind) => kind === 'D').length)
    for (const { table, columns } of keys)
      expect({ table, columns }).toEqual({ table, columns: KEYS[table] ?? ['customer_id', 'id'] })
  })

  test('what is unique is unique within the column by which the table is spread', async () => {
    const unique = await rows(
      z.object({ table: z.string(), columns: z.array(z.string()) }),
      `select indrelid::regclass::text as "table", ${columnsOf('indrelid', 'indkey::int2[]')} as columns
       from pg_index where indisunique and indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    )
    expect(unique.length).toBeGreaterThan(0)
    for (const { table, columns } of unique) {
      const column = distributionColumn(table)
      if (column) expect(columns, table).toContain(column)
    }
  })

  test('a foreign key stays with the customer or leads to a table that is everywhere', async () => {
    const keys = (await constraints()).filter(({ kind }) => kind === 'f')
    expect(keys.length).toBeGreaterThan(0)
    for (const { table, columns, target, target_columns } of keys) {
      const [from, to] = [CLASSES[table], CLASSES[target ?? '']]
      const label = `${table}(${columns}) → ${target}(${target_columns})`
      expect([to === 'R', from === 'D' && to === 'D', from === 'L' && to === 'L'], label).toContain(true)
      if (to !== 'D') continue
      const place = columns.indexOf(distributionColumn(table) ?? '')
      expect(target_columns?.[place], label).toBe(distributionColumn(target ?? ''))
    }
  })
})

describe('nothing in the database but tables', () => {
  test('there are no triggers', async () => {
    expect(await rows(named, 'select tgname as name from pg_trigger where not tgisinternal')).toEqual([])
  })

  test('there are no functions beside those of extensions', async () => {
    const own = await rows(
      named,
      `select proname as name from pg_proc p where pronamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
    )
    expect(own).toEqual([])
  })

  test('there are no identity columns, and no sequences but those of local tables', async () => {
    const identities = await rows(
      named,
      `select attname as name from pg_attribute where attidentity <> '' and attrelid in
       (select oid from pg_class where relnamespace = 'public'::regnamespace)`,
    )
    const owners = await rows(
      named,
      `select d.refobjid::regclass::text as name from pg_class s left join pg_depend d on d.objid = s.oid and d.deptype = 'a'
       where s.relkind = 'S' and s.relnamespace = 'public'::regnamespace`,
    )
    expect(identities).toEqual([])
    for (const { name } of owners) expect(CLASSES[name], name).toBe('L')
  })
})

const column = z.object({ table_name: z.string(), column_name: z.string(), data_type: z.string() })
const columns = () =>
  rows(
    column,
    "select table_name, column_name, data_type from information_schema.columns where table_schema = 'public'",
  )

test('amounts are bigint minor units and instants carry their zone', async () => {
  for (const { table_name, column_name, data_type } of await columns()) {
    const label = `${table_name}.${column_name}`
    if (column_name.endsWith('_minor')) expect(data_type, label).toBe('bigint')
    if (/(_at|_from|_to|_since)$/.test(column_name) && CLASSES[table_name] !== 'L')
      expect(data_type, label).toBe('timestamp with time zone')
    expect(['real', 'double precision', 'money', 'timestamp without time zone'], label).not.toContain(data_type)
  }
})

test('ids are UUIDs, made by the application', async () => {
  const ids = await rows(
    column.extend({ column_default: z.string().nullable() }),
    `select table_name, column_name, data_type, column_default from information_schema.columns
     where table_schema = 'public' and (column_name = 'id' or column_name like '%\\_id') and column_name <> 'external_id'
       and not (table_name = 'accounts' and column_name in ('account_id', 'provider_id'))`,
  )
  for (const { table_name, column_name, data_type, column_default } of ids.filter(
    ({ table_name }) => table_name !== 'schema_migrations',
  ))
    expect([data_type, column_default], `${table_name}.${column_name}`).toEqual(['uuid', null])
})
