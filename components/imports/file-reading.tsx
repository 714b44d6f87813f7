import { History } from 'lucide-react'
import { ChoiceField } from '@/components/ui/choice-field'
import { Notice } from '@/components/ui/notice'
import { OptionCard } from '@/components/ui/option-card'
import { FILE_KIND_WORDS } from '@/lib/format/import-words'
import { formatQuantity } from '@/lib/format/number'
import { asKind, undecided, withMapping } from '@/lib/imports/choose'
import type { FileDetails, ImportChoice, ImportJobFiles } from '@/lib/imports/job'
import { FILE_KINDS, type Reading } from '@/lib/imports/mapping'
import { ColumnChoices } from './column-choices'
import { FirstRows } from './first-rows'
import { FormatChoices } from './format-choices'
import { ReadingChoices } from './reading-choices'

type FileReadingProps = {
  file: ImportJobFiles[number]
  details: FileDetails
  choice: ImportChoice
  busy: boolean
  /** Once it was looked at, what was chosen steps back. */
  collapsed: boolean
  onChange: (choice: ImportChoice) => void
  onReadAgain: (reading: Reading) => void
}

/** One file: what it is, how it is read, which of its columns mean what, and its first rows as they are then. */
export function FileReading(props: FileReadingProps) {
  const { file, details, choice, busy, collapsed, onChange, onReadAgain } = props
  const problems = new Map(undecided(choice, details).map(({ column, message }) => [column, message]))
  const kinds = FILE_KINDS.map((kind) => ({ value: kind, label: FILE_KIND_WORDS[kind] }))
  return (
    <details open={!collapsed} className="min-w-0 rounded-box border bg-surface">
      <summary className="cursor-pointer rounded-box p-4 font-semibold text-sm sm:px-5">
        <span className="ml-1">
          How <bdi>{file.name}</bdi> is read
        </span>
        <span className="ml-2 font-normal text-ink-soft">
          {FILE_KIND_WORDS[choice.kind]}, {formatQuantity(details.rows, 'row')}
        </span>
      </summary>
      <fieldset
        disabled={busy}
        aria-label={`How ${file.name} is read`}
        className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5 border-t p-4 sm:p-5"
      >
        {details.is_remembered && (
          <Notice icon={History}>
            Read like the last file with these columns. Change whatever is different this time.
          </Notice>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <ChoiceField
            label="What the file holds"
            name={`${file.part}-kind`}
            options={kinds}
            value={choice.kind}
            onChange={(kind) => onChange(asKind(choice, kind === 'orders' ? 'orders' : 'customers', details))}
          />
          <ReadingChoices {...{ details, choice, onReadAgain }} />
          <FormatChoices {...{ details, choice, problems, onChange }} />
        </div>
        {choice.kind === 'orders' && (
          <OptionCard
            type="checkbox"
            title="Several rows with one order number are the lines of one order"
            checked={choice.mapping.line_items}
            onChange={(event) => onChange(withMapping(choice, { line_items: event.target.checked }))}
          >
            Their amounts are added up; all else has to be the same.
          </OptionCard>
        )}
        <ColumnChoices {...{ details, choice, problems, onChange }} />
        <FirstRows name={file.name} details={details} />
      </fieldset>
    </details>
  )
}
