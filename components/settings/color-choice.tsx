import clsx from 'clsx'
import { groupTint } from '@/components/customer-groups/group-tint'
import { ChoiceSet } from '@/components/ui/choice-set'
import { GROUP_COLOR_WORDS, GROUP_COLORS } from '@/lib/group-colors'

type ColorChoiceProps = { chosen: string; error: string | null }

/** The colours that a group can have, each with its name. */
export function ColorChoice({ chosen, error }: ColorChoiceProps) {
  return (
    <ChoiceSet legend="Colour" error={error}>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
        {GROUP_COLORS.map((color) => (
          <label
            key={color}
            className={clsx(
              groupTint(color),
              'flex min-h-10 cursor-pointer items-center gap-2 rounded-box border border-line px-3 font-medium text-sm transition-colors duration-150 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-ground has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
            )}
          >
            <input
              type="radio"
              name="color"
              value={color}
              defaultChecked={chosen === String(color)}
              className="sr-only"
            />
            <span aria-hidden="true" className="size-3 shrink-0 rounded-full bg-(--tint)" />
            {GROUP_COLOR_WORDS[color]}
          </label>
        ))}
      </div>
    </ChoiceSet>
  )
}
