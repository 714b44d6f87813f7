import { ChoiceField } from '@/components/ui/choice-field'
import { DATE_ORDER_WORDS, DECIMAL_WORDS } from '@/lib/format/import-words'
import { seenIn, withMapping } from '@/lib/imports/choose'
import { DATE_ORDERS } from '@/lib/imports/date-order'
import type { FileDetails, ImportChoice } from '@/lib/imports/job'

type FormatChoicesProps = {
  details: FileDetails
  choice: ImportChoice
  problems: ReadonlyMap<string, string>
  onChange: (choice: ImportChoice) => void
}

const SIGNS = ['.', ','] as const

/** How dates and amounts are written in a file. */
export function FormatChoices({ details, choice, problems, onChange }: FormatChoicesProps) {
  const isUndecided = problems.has('date_order')
  const orders = DATE_ORDERS.map((value) => ({ value, label: DATE_ORDER_WORDS[value] }))
  return (
    <>
      <ChoiceField
        label="Dates"
        name={`${choice.part}-dates`}
        options={isUndecided ? [{ value: '', label: 'Choose' }, ...orders] : orders}
        value={isUndecided ? '' : choice.mapping.date_order}
        error={problems.get('date_order') ?? null}
        onChange={(value) =>
          onChange(withMapping(choice, { date_order: DATE_ORDERS.find((known) => known === value) ?? 'ymd' }))
        }
      />
      {choice.kind === 'orders' && <DecimalChoice {...{ details, choice, onChange }} />}
    </>
  )
}

type DecimalChoiceProps = Omit<FormatChoicesProps, 'problems' | 'choice'> & {
  choice: Extract<ImportChoice, { kind: 'orders' }>
}

function DecimalChoice({ details, choice, onChange }: DecimalChoiceProps) {
  const seen = seenIn(choice, 'amount', details)?.decimal
  const found = seen ? `As found, ${DECIMAL_WORDS[seen].toLowerCase()}` : 'As found in all rows'
  return (
    <ChoiceField
      label="Decimal sign"
      name={`${choice.part}-decimal`}
      options={[{ value: '', label: found }, ...SIGNS.map((value) => ({ value, label: DECIMAL_WORDS[value] }))]}
      value={choice.mapping.decimal ?? ''}
      hint={seen === null ? 'The first rows do not tell decimals from thousands.' : undefined}
      onChange={(value) => onChange(withMapping(choice, { decimal: SIGNS.find((known) => known === value) ?? null }))}
    />
  )
}
