import { ChoiceField } from '@/components/ui/choice-field'
import { ENCODINGS } from '@/lib/csv/encoding'
import { SEPARATORS } from '@/lib/csv/separator'
import { ENCODING_WORDS, SEPARATOR_WORDS } from '@/lib/format/import-words'
import type { FileDetails, ImportChoice } from '@/lib/imports/job'
import type { Reading } from '@/lib/imports/mapping'

type ReadingChoicesProps = { details: FileDetails; choice: ImportChoice; onReadAgain: (reading: Reading) => void }

/** How bytes become rows: encoding and separator of a text, the sheet of a workbook. Any change reads the file anew. */
export function ReadingChoices({ details, choice, onReadAgain }: ReadingChoicesProps) {
  const { encoding, separator, sheet, sheets } = details
  const { encoding: chosenEncoding, separator: chosenSeparator } = choice.mapping
  const chosen = { encoding: chosenEncoding, separator: chosenSeparator, sheet: choice.mapping.sheet }
  if (encoding === null) {
    return (
      <ChoiceField
        label="Sheet"
        name={`${choice.part}-sheet`}
        options={sheets.map((name) => ({ value: name, label: name }))}
        value={sheet ?? ''}
        onChange={(name) => onReadAgain({ ...chosen, sheet: name })}
      />
    )
  }
  return (
    <>
      <ChoiceField
        label="Encoding"
        name={`${choice.part}-encoding`}
        options={ENCODINGS.map((value) => ({ value, label: ENCODING_WORDS[value] }))}
        value={encoding}
        onChange={(value) => onReadAgain({ ...chosen, encoding: ENCODINGS.find((known) => known === value) ?? null })}
      />
      <ChoiceField
        label="Separator"
        name={`${choice.part}-separator`}
        options={SEPARATORS.map((value) => ({ value, label: SEPARATOR_WORDS[value] }))}
        value={separator ?? ','}
        onChange={(value) => onReadAgain({ ...chosen, separator: SEPARATORS.find((known) => known === value) ?? null })}
      />
    </>
  )
}
