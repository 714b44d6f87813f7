import { z } from 'zod'
import { ENCODINGS } from '@/lib/csv/encoding'
import { SEPARATORS } from '@/lib/csv/separator'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { DATE_ORDERS } from './date-order'

/** The two kinds of files that can be imported. */
export const FILE_KINDS = ['customers', 'orders'] as const
export type FileKind = (typeof FILE_KINDS)[number]

/**
 * The columns of each kind; a required one is needed by every row. `moved` ones are hardly in any file but the exports of
 * another installation.
 */
export const FILE_COLUMNS = {
  customers: {
    required: ['external_id'],
    optional: ['full_name', 'customer_type', 'organization_name', 'phone', 'email', 'registered_at', 'branch'],
    moved: ['group_name', 'branch_name', 'entered_at'],
  },
  orders: {
    required: ['external_id', 'customer_external_id', 'type', 'status', 'amount', 'created_at'],
    optional: ['currency', 'source', 'branch'],
    moved: ['branch_name'],
  },
} as const satisfies Record<FileKind, Record<'required' | 'optional' | 'moved', string[]>>

/** All columns of a kind, the required ones first. */
export function columnsOf(kind: FileKind): readonly string[] {
  const { required, optional, moved } = FILE_COLUMNS[kind]
  return [...required, ...optional, ...moved]
}

/** What the exports call these columns, the exact ones first: those hold nothing that is derived. */
const NAMES_IN_EXPORTS: Record<FileKind, Readonly<Record<string, readonly string[]>>> = {
  customers: {
    customer_type: ['customer_type', 'group'],
    branch: ['set_branch', 'branch'],
    registered_at: ['set_registered_at_utc', 'registered_at'],
    entered_at: ['entered_at_utc', 'entered_at'],
  },
  orders: { created_at: ['created_at', 'ordered_at_utc', 'ordered_at'] },
}

/** The names under which a column is found where nobody says its header, the first that a file has. */
export function namesOf(kind: FileKind, column: string): readonly string[] {
  return NAMES_IN_EXPORTS[kind][column] ?? [column]
}

const header = z.string().min(1).max(1000)

const columnsSchema = (kind: FileKind) =>
  z.partialRecord(z.enum(columnsOf(kind)), header, `A column is one of ${columnsOf(kind).join(', ')}.`)

const readingShape = {
  /** Null: found out from the bytes of the file. */
  encoding: z.enum(ENCODINGS).nullable().default(null),
  /** Null: found out from the header line. */
  separator: z.enum(SEPARATORS).nullable().default(null),
  /** The sheet of a workbook; null is the first one that is not hidden. */
  sheet: z.string().max(200).nullable().default(null),
}

/** How the bytes of a file become rows. */
export const readingSchema = z.strictObject(readingShape)
export type Reading = z.output<typeof readingSchema>

const dates = {
  /** In which order day, month and year stand where a date is not ISO 8601; `ymd` takes nothing else. */
  date_order: z.enum(DATE_ORDERS).default('ymd'),
}

export const customersMappingSchema = z.strictObject({
  ...readingShape,
  ...dates,
  /** The header of the file under which each column is found; one that is not named is not in the file. */
  columns: columnsSchema('customers'),
})

export const ordersMappingSchema = z.strictObject({
  ...readingShape,
  ...dates,
  columns: columnsSchema('orders'),
  /** Null: found out from the amounts. */
  decimal: z.enum(['.', ',']).nullable().default(null),
  /** What every order is, where the file has no column for it. */
  fixed: z
    .strictObject({
      type: z.enum(ORDER_TYPES).nullable().default(null),
      status: z.enum(ORDER_STATUSES).nullable().default(null),
    })
    .default({ type: null, status: null }),
  /** Whether rows with one order number are the lines of one order, whose amounts are added up. */
  line_items: z.boolean().default(false),
})

const MAPPING_SCHEMAS = { customers: customersMappingSchema, orders: ordersMappingSchema }

/** What the mapping of a file of a kind looks like. */
export function mappingSchemaOf<Kind extends FileKind>(kind: Kind): (typeof MAPPING_SCHEMAS)[Kind] {
  return MAPPING_SCHEMAS[kind]
}

/** How the files of an import are read; the file of `--mapping` and what the browser sends. */
export const importMappingSchema = z.strictObject({
  customers: customersMappingSchema.optional(),
  orders: ordersMappingSchema.optional(),
})
export type ImportMapping = z.output<typeof importMappingSchema>

/** The mapping of one file. Of customers it has no amounts, no fixed values and no line items. */
export type FileMapping = z.output<typeof customersMappingSchema> & Partial<z.output<typeof ordersMappingSchema>>
