import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { Dialog } from '@/components/ui/dialog'
import { SelectField } from '@/components/ui/select-field'
import { optionsOf } from '@/components/ui/select-options'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { PERIODS, type Period } from '@/lib/definitions'
import { PERIOD_WORDS } from '@/lib/format/words'
import type { Choices } from '@/lib/url/groups-url'

const CustomDaysForm = dynamic(() => import('./custom-days-form').then((code) => code.CustomDaysForm))

type PeriodSelectProps = {
  params: GroupsParams
  /** The window that is shown, whose days a custom range begins with. */
  meta: GroupsAnswer['meta'] | undefined
  choose: (choices: Choices) => void
}

const CHOSEN_AT_ONCE: readonly Period[] = PERIODS.filter((period) => period !== 'custom')

/** The periods and, at their end, days to be chosen: these are asked for in a dialog, where Esc keeps what was. */
export function PeriodSelect({ params, meta, choose }: PeriodSelectProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  const open = () => {
    setOpened((count) => count + 1)
    dialog.current?.showModal()
  }
  const close = () => dialog.current?.close()
  const isCustom = params.period === 'custom'
  const step = (by: number) => {
    const place = CHOSEN_AT_ONCE.indexOf(params.period)
    const next = place < 0 ? undefined : CHOSEN_AT_ONCE[place + by]
    if (next) choose({ period: next })
  }
  useShortcut('previous period', () => step(-1))
  useShortcut('next period', () => step(1))
  const offered = [
    ...optionsOf(PERIODS, PERIOD_WORDS).filter(({ value }) => isCustom || value !== 'custom'),
    { value: 'other' as const, label: isCustom ? 'Other dates…' : 'Custom dates…' },
  ]
  return (
    <>
      <SelectField
        label="Period"
        value={params.period}
        options={offered}
        onChange={(period) => (period === 'other' ? open() : choose({ period }))}
      />
      <Dialog ref={dialog} title="Custom dates">
        {opened > 0 && <CustomDaysForm key={opened} {...{ params, meta, choose }} onClose={close} />}
      </Dialog>
    </>
  )
}
