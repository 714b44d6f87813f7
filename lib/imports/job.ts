import { z } from 'zod'
import { ENCODINGS } from '@/lib/csv/encoding'
import { REASON_NAMES } from '@/lib/csv/row-error'
import { SEPARATORS } from '@/lib/csv/separator'
import { whole } from '@/lib/figures'
import { DATE_ORDERS } from './date-order'
import { customersMappingSchema, FILE_KINDS, ordersMappingSchema } from './mapping'

/** Where an import in the browser stands. The last four are its ends, of which one changed something. */
export const IMPORT_JOB_STATES = [
  'uploaded',
  'previewing',
  'previewed',
  'applying',
  'applied',
  'cancelled',
  'failed',
  'expired',
] as const
export type ImportJobState = (typeof IMPORT_JOB_STATES)[number]

/** The files of an import, in the order in which they came. */
export const FILE_PARTS = ['file-1', 'file-2'] as const
export type FilePart = (typeof FILE_PARTS)[number]
/** What is kept of an import until it ends. */
export type ImportPart = FilePart | 'preview' | 'errors'

export const ERRORS_PAGE_SIZE = 50
/** Waiting imports end, and their files go, after so many hours. */
export const WAITING_HOURS = 24
export const FILE_NAME_LIMIT = 200

const filesSchema = z.array(z.object({ part: z.enum(FILE_PARTS), name: z.string(), bytes: whole }))
export type ImportJobFiles = z.infer<typeof filesSchema>

const progressSchema = z.object({ step: z.enum(['reading', 'checking', 'applying']), share: z.number() })
export type ImportJobProgress = z.infer<typeof progressSchema>

const part = z.enum(FILE_PARTS)
const choiceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ part, kind: z.literal('customers'), mapping: customersMappingSchema }),
  z.strictObject({ part, kind: z.literal('orders'), mapping: ordersMappingSchema }),
])
export type ImportChoice = z.output<typeof choiceSchema>
export type ImportChoices = ImportChoice[]

/** Which preview is applied: the import as it was seen. */
export const applyRequestSchema = z.strictObject({ touched_at: z.iso.datetime() })

/** How each of the files is read: what a preview is asked with. */
export const previewRequestSchema = z.strictObject({
  files: z
    .array(choiceSchema)
    .min(1)
    .max(2)
    .refine(
      (files) => new Set(files.map(({ kind }) => kind)).size === files.length,
      'Two files can not be of one kind.',
    ),
})

/** What is found in a file before anybody decided anything. */
export const fileDetailsSchema = z.object({
  /** A hash of the header line, by which files of one shape are known. */
  shape: z.string(),
  rows: whole,
  headers: z.array(z.string()),
  /** For each column what its values look like: null where day and month, or decimals and thousands, can not be told. */
  columns: z.array(z.object({ date_order: z.enum(DATE_ORDERS).nullable(), decimal: z.enum(['.', ',']).nullable() })),
  first_rows: z.array(z.array(z.string())),
  encoding: z.enum(ENCODINGS).nullable(),
  separator: z.enum(SEPARATORS).nullable(),
  sheet: z.string().nullable(),
  sheets: z.array(z.string()),
  guess: choiceSchema,
  /** Whether the guess is how a file of this shape was read the last time. */
  is_remembered: z.boolean(),
})
export type FileDetails = z.infer<typeof fileDetailsSchema>

const countsSchema = z.object({
  rows: whole,
  repeated: whole,
  created: whole,
  changed: whole,
  unchanged: whole,
  left_alone: whole,
})

const text = z.string().nullable()
const sampleSchema = z.object({
  external_id: z.string(),
  /** Of a record that changes, what changes; of a new one, what it will be. */
  fields: z.array(z.object({ name: z.string(), before: text, after: text })),
})
export type PreviewSample = z.infer<typeof sampleSchema>

/** What an import would do. Counts are null where rows are wrong: then it would do nothing. */
export const previewSchema = z.object({
  customers: countsSchema.nullable(),
  orders: countsSchema.nullable(),
  /** Of all orders of the file, and of those that are new: major units. */
  amounts: z.object({ all: z.number(), created: z.number() }).nullable(),
  currency: z.string(),
  currency_taken: z.string().nullable(),
  groups_created: z.array(z.string()),
  branches_created: z.array(z.string()),
  ignored_columns: z.object({ customers: z.array(z.string()), orders: z.array(z.string()) }),
  samples: z.object({
    customers_changed: z.array(sampleSchema),
    customers_created: z.array(sampleSchema),
    orders_changed: z.array(sampleSchema),
    orders_created: z.array(sampleSchema),
  }),
  errors_by_reason: z.array(z.object({ reason: z.enum(REASON_NAMES), count: whole })),
})
export type ImportPreview = z.infer<typeof previewSchema>

/** An import in the browser as its page shows it. What its files hold is null once it has ended. */
export const importJobSchema = z.object({
  id: z.uuid(),
  state: z.enum(IMPORT_JOB_STATES),
  by: text,
  created_at: z.iso.datetime({ offset: true }),
  touched_at: z.iso.datetime({ offset: true }),
  files: filesSchema,
  details: z.partialRecord(part, fileDetailsSchema),
  choices: z.array(choiceSchema).nullable(),
  progress: progressSchema.nullable(),
  failure: text,
  error_count: whole,
  preview: previewSchema.nullable(),
  counts: z.record(z.string(), z.number()).nullable(),
})
export type ImportJob = z.infer<typeof importJobSchema>

export const importJobAnswerSchema = z.object({ success: z.literal(true), job: importJobSchema })

/** A page of the rows that are wrong. */
export const importErrorsSchema = z.object({
  success: z.literal(true),
  page: z.object({ number: whole, size: whole, total: whole }),
  errors: z.array(
    z.object({
      file: z.enum(FILE_KINDS),
      line: whole,
      column: z.string(),
      value: z.string(),
      reason: z.enum(REASON_NAMES),
    }),
  ),
})
export type ImportErrors = z.infer<typeof importErrorsSchema>
