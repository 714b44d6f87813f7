import clsx from 'clsx'
import { groupTint } from '@/components/customer-groups/group-tint'
import { ChoiceSet } from '@/components/ui/choice-set'
import type { EntryGroup } from '@/lib/entry/choices'
import type { EntryFields } from './use-entry-form'

type GroupChoiceProps = { fields: EntryFields<'group'>; groups: readonly EntryGroup[] }

/** The type of a customer, each in its group's colour. */
export function GroupChoice({ fields, groups }: GroupChoiceProps) {
  return (
    <ChoiceSet legend="Type" error={fields.problem('group')}>
      <div className="flex flex-wrap gap-2">
        {groups.map(({ key, name, color }) => (
          <label
            key={key}
            className={clsx(
              groupTint(color),
              'relative flex min-h-10 min-w-0 cursor-pointer items-center gap-2 rounded-box border border-line px-3 py-2 font-medium text-sm transition-colors duration-150 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-ground has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name="group"
              value={key}
              checked={fields.text('group') === key}
              onChange={() => fields.change('group', key)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            <span aria-hidden="true" className="size-2.5 shrink-0 rounded-full bg-(--tint)" />
            <bdi className="min-w-0 wrap-anywhere">{name}</bdi>
          </label>
        ))}
      </div>
    </ChoiceSet>
  )
}
