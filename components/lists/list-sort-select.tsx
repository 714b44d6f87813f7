import { SelectField } from '@/components/ui/select-field'
import type { ListSortChoice } from './list-field'
import type { ListChanges } from './use-list-choices'

type ListSortSelectProps = {
  sorts: readonly ListSortChoice[]
  chosen: Readonly<Record<string, string | null>>
  /** The sort that the list has where the URL names none. */
  kept: Readonly<Record<string, string>>
  choose: (changes: ListChanges) => void
}

/** Sorting where the table's headers are not there to be pressed. */
export function ListSortSelect({ sorts, chosen, kept, choose }: ListSortSelectProps) {
  const value = ({ sort, dir }: { sort: string | undefined; dir: string | undefined }) => `${sort} ${dir}`
  return (
    <div className="min-w-0 flex-1 md:hidden">
      <SelectField
        label="Sort by"
        labelHidden
        value={value({ sort: chosen.sort ?? kept.sort, dir: chosen.dir ?? kept.dir })}
        options={sorts.map((sort) => ({ value: value(sort), label: sort.label }))}
        onChange={(asked) => {
          const found = sorts.find((sort) => value(sort) === asked)
          if (found) choose({ sort: found.sort, dir: found.dir })
        }}
      />
    </div>
  )
}
