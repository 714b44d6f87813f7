import type { FilledField, MergePreview } from '@/lib/customers/merging'
import { personRoleInWords } from '@/lib/format/customer-words'

const FIELD_WORDS: Record<FilledField, string> = {
  organization_name: 'Organisation',
  phone: 'Phone',
  email: 'E-mail',
  address: 'Address',
  tax_number: 'Tax number',
  person_role: 'Role',
}

/** What the customer that stays has blank and takes over. */
export function MergeFilled({ filled }: { filled: MergePreview['filled'] }) {
  if (filled.length === 0) return <p className="text-ink-soft text-sm">Nothing: it has all that the other one has.</p>
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-sm">
      {filled.map(({ field, value }) => (
        <div key={field} className="contents">
          <dt className="text-ink-soft">{FIELD_WORDS[field]}</dt>
          <dd className="wrap-anywhere">
            <bdi>{field === 'person_role' ? personRoleInWords(value) : value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
