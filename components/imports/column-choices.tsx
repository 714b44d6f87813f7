import { ChoiceField } from '@/components/ui/choice-field'
import { ORDER_STATUSES, ORDER_TYPES } from '@/lib/definitions'
import { IMPORT_COLUMN_WORDS } from '@/lib/format/import-words'
import { ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import { withColumn, withMapping } from '@/lib/imports/choose'
import type { FileDetails, ImportChoice } from '@/lib/imports/job'
import { columnsOf, FILE_COLUMNS } from '@/lib/imports/mapping'

type ColumnChoicesProps = {
  details: FileDetails
  choice: ImportChoice
  problems: ReadonlyMap<string, string>
  onChange: (choice: ImportChoice) => void
}

/** A prefix that no header is taken for. */
const FIXED = '\u0000'
const FIXED_OPTIONS: Readonly<Record<string, { value: string; label: string }[]>> = {
  type: ORDER_TYPES.map((type) => ({ value: FIXED + type, label: `All are: ${ORDER_TYPE_WORDS[type]}` })),
  status: ORDER_STATUSES.map((status) => ({ value: FIXED + status, label: `All are: ${ORDER_STATUS_WORDS[status]}` })),
}

/** Which column of the file each of ours is, with what stands there in the first row. */
export function ColumnChoices({ details, choice, problems, onChange }: ColumnChoicesProps) {
  const { headers, first_rows } = details
  const fixed: Record<string, string | null> = choice.kind === 'orders' ? choice.mapping.fixed : {}
  const named = [...new Set(headers)].filter((header) => header !== '')
  const exampleOf = (column: string) => {
    const header = choice.mapping.columns[column]
    return header === undefined ? undefined : first_rows[0]?.[headers.indexOf(header)]
  }
  return (
    <div>
      <p className="font-medium text-sm">Columns</p>
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {offeredColumns(choice).map((column) => {
          const example = exampleOf(column)
          const said = fixed[column]
          return (
            <ChoiceField
              key={column}
              label={IMPORT_COLUMN_WORDS[choice.kind][column] ?? column}
              name={`${choice.part}-${column}`}
              options={[
                { value: '', label: 'Not in this file' },
                ...named.map((header) => ({ value: header, label: header })),
                ...(FIXED_OPTIONS[column] ?? []),
              ]}
              value={said ? FIXED + said : (choice.mapping.columns[column] ?? '')}
              error={problems.get(column) ?? null}
              hint={example ? <bdi className="line-clamp-1 break-all">{example}</bdi> : undefined}
              onChange={(value) => onChange(chosen(choice, column, value, details))}
            />
          )
        })}
      </div>
    </div>
  )
}

/** What exports of another installation have beside the rest is only offered where the file has it. */
function offeredColumns({ kind, mapping }: ImportChoice): string[] {
  const moved: readonly string[] = FILE_COLUMNS[kind].moved
  return columnsOf(kind).filter((column) => !moved.includes(column) || mapping.columns[column] !== undefined)
}

/** A column is found under a header, nowhere, or every row says the same of it. */
function chosen(choice: ImportChoice, column: string, value: string, details: FileDetails): ImportChoice {
  if (choice.kind !== 'orders' || !(column in FIXED_OPTIONS)) return withColumn(choice, column, value, details)
  const said = value.startsWith(FIXED) ? value.slice(FIXED.length) : null
  const found = withColumn(choice, column, said === null ? value : '', details)
  const { fixed } = choice.mapping
  return column === 'type'
    ? withMapping(found, { fixed: { ...fixed, type: ORDER_TYPES.find((known) => known === said) ?? null } })
    : withMapping(found, { fixed: { ...fixed, status: ORDER_STATUSES.find((known) => known === said) ?? null } })
}
