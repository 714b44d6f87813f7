import { ArrowDown, ArrowUp } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button-style'
import { SelectField } from '@/components/ui/select-field'
import { optionsOf } from '@/components/ui/select-options'
import { sortsOf } from '@/lib/customer-groups/list-columns'
import { SORT_WORDS } from '@/lib/format/words'
import { firstDirection } from './customer-columns'
import type { ListChoices } from './list-choices'

/** Sorting where the table's headers are not all there to be pressed. */
export function SortSelect({ choices: { params, choose } }: { choices: ListChoices }) {
  const descending = params.dir === 'desc'
  const Arrow = descending ? ArrowDown : ArrowUp
  return (
    <div className="flex @4xl:hidden gap-2">
      <SelectField
        label="Sort by"
        labelHidden
        value={params.sort}
        options={optionsOf(sortsOf(params.compare), SORT_WORDS)}
        onChange={(sort) => choose({ sort, dir: firstDirection(sort) })}
      />
      <button
        type="button"
        onClick={() => choose({ dir: descending ? 'asc' : 'desc' })}
        aria-label={descending ? 'Descending: sort ascending instead' : 'Ascending: sort descending instead'}
        className={buttonStyle('plain', 'w-10 px-0')}
      >
        <Arrow aria-hidden="true" className="size-4" />
      </button>
    </div>
  )
}
