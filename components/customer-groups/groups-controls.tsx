import { memo } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { optionsOf } from '@/components/ui/select-options'
import { type BranchFilter, branchOption } from '@/lib/branch'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { CLOSED } from '@/lib/customer-groups/list-narrowing'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { ACTIVITIES, COMPARISONS, ORDER_TYPES } from '@/lib/definitions'
import { ACTIVITY_WORDS, COMPARISON_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import { type SignedIn, wordsForAllBranches } from '@/lib/signed-in'
import type { Choices } from '@/lib/url/groups-url'
import { PeriodHeading } from './period-heading'
import { PeriodSelect } from './period-select'
import { PrintedChoices } from './printed-choices'

type GroupsControlsProps = {
  params: GroupsParams
  branches: readonly BranchFilter[]
  person: SignedIn
  meta: GroupsAnswer['meta'] | undefined
  choose: (choices: Choices) => void
}

const ORDER_TYPE_OPTIONS = [
  { value: 'all' as const, label: 'All order types' },
  ...optionsOf(ORDER_TYPES, ORDER_TYPE_WORDS),
]

/** The questions that can be asked; on a phone they stay reachable while the page scrolls. */
export const GroupsControls = memo(function GroupsControls(props: GroupsControlsProps) {
  const { params, branches, person, meta, choose } = props
  // The exact dates, beside the period.
  const heading = meta && <PeriodHeading meta={meta} />
  const branchOptions = [{ value: 'all', label: wordsForAllBranches(person) }, ...branches.map(branchOption)]
  const branchName = branchOptions.find(({ value }) => value === params.branch)?.label ?? params.branch
  return (
    <>
      <div className="mt-2 md:hidden print:block">{heading}</div>
      {meta && <PrintedChoices {...{ params, branchName }} currency={meta.currency} />}
      <fieldset className="print:hidden max-md:-mx-4 flex items-end gap-2 bg-ground max-md:sticky max-md:top-0 max-md:z-30 max-md:overflow-x-auto max-md:px-4 max-md:py-2 md:mt-5 md:flex-wrap md:gap-y-3">
        <legend className="sr-only">Period and filters</legend>
        <PeriodSelect {...{ params, meta, choose }} />
        <SelectField
          label="Compare with"
          value={params.compare}
          options={optionsOf(COMPARISONS, COMPARISON_WORDS)}
          onChange={(compare) => choose({ compare })}
        />
        <div className="mr-auto px-2 max-md:hidden">{heading}</div>
        <div className="flex gap-2">
          <SelectField
            label="Activity"
            value={params.activity}
            options={optionsOf(ACTIVITIES, ACTIVITY_WORDS)}
            onChange={(activity) => choose({ activity })}
          />
          <SelectField
            label="Order type"
            value={params.order_type}
            options={ORDER_TYPE_OPTIONS}
            onChange={(order_type) => choose({ order_type })}
          />
          {branches.length > 1 && (
            <SelectField
              label="Branch"
              value={params.branch}
              options={branchOptions}
              // Grouped by branch, an open one may be no group any more.
              onChange={(branch) => choose({ branch, ...(params.group_by === 'branch' && CLOSED) })}
            />
          )}
        </div>
      </fieldset>
    </>
  )
})
