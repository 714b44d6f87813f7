import { type FormEvent, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { ChoiceField } from '@/components/ui/choice-field'
import { optionsOf } from '@/components/ui/select-options'
import { TextField } from '@/components/ui/text-field'
import { readFilterForm } from '@/lib/customer-groups/list-filter-form'
import type { FilterChoices } from '@/lib/customer-groups/list-narrowing'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { showsOrders, VISITS } from '@/lib/definitions'
import type { FailedField } from '@/lib/failure'
import { formTexts } from '@/lib/form-state'
import { VEHICLE_WORDS, VISIT_WORDS } from '@/lib/format/filter-words'

type FilterFormProps = {
  params: GroupsParams
  currency: string
  onApply: (choices: FilterChoices) => void
  onCancel: () => void
}

const VISIT_OPTIONS = [{ value: 'all', label: 'New or not' }, ...optionsOf(VISITS, VISIT_WORDS)]
const VEHICLE_OPTIONS = [
  { value: 'all', label: 'With or without a vehicle' },
  ...optionsOf(['with', 'without'] as const, VEHICLE_WORDS),
]

/** What narrows the list. Of those without an order in the period only what does not ask about orders is offered. */
export function FilterForm({ params, currency, onApply, onCancel }: FilterFormProps) {
  const [problems, setProblems] = useState<FailedField[]>([])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const read = readFilterForm(formTexts(new FormData(form)))
    if ('choices' in read) return onApply(read.choices)
    setProblems(read.problems)
    const wrong = form.elements.namedItem(read.problems[0]?.name ?? '')
    if (wrong instanceof HTMLElement) wrong.focus()
  }
  return (
    <form onSubmit={submit} className="mt-4 grid gap-4">
      {showsOrders(params.activity) && <OrderFilters {...{ params, currency, problems }} />}
      <ChoiceField label="Vehicle" name="vehicle" defaultValue={params.vehicle} options={VEHICLE_OPTIONS} />
      <div className="flex justify-end gap-2">
        <button type="button" onClick={onCancel} className={buttonStyle('quiet')}>
          Cancel
        </button>
        <button type="submit" className={buttonStyle('primary')}>
          Show the customers
        </button>
      </div>
    </form>
  )
}

type OrderFiltersProps = Pick<FilterFormProps, 'params' | 'currency'> & { problems: readonly FailedField[] }

function OrderFilters({ params, currency, problems }: OrderFiltersProps) {
  const field = (name: keyof FilterChoices) => ({
    name,
    defaultValue: params[name],
    error: problems.find((problem) => problem.name === name)?.message ?? null,
  })
  return (
    <>
      <TextField {...field('min_orders')} label="Orders, at least" inputMode="numeric" autoComplete="off" />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          {...field('revenue_from')}
          label={`Revenue from, ${currency}`}
          inputMode="decimal"
          autoComplete="off"
        />
        <TextField {...field('revenue_to')} label={`Revenue to, ${currency}`} inputMode="decimal" autoComplete="off" />
      </div>
      <TextField
        {...field('last_order_before')}
        type="date"
        label="Last order before"
        hint="No order in the period on that day or later."
      />
      <ChoiceField label="New, returning" name="visits" defaultValue={params.visits} options={VISIT_OPTIONS} />
    </>
  )
}
