import { type FormEvent, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { TextField } from '@/components/ui/text-field'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { customDaysProblems, type TypedDays } from '@/lib/customer-groups/custom-days'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { localDayOf } from '@/lib/entry/local-day'
import { formatDays, zoneCity } from '@/lib/format/date'
import type { Choices } from '@/lib/url/groups-url'

type CustomDaysFormProps = {
  params: GroupsParams
  meta: GroupsAnswer['meta'] | undefined
  choose: (choices: Choices) => void
  onClose: () => void
}

/** The first and last day of a range, which begin as the days that are shown; nothing changes until it is sent. */
export function CustomDaysForm({ params, meta, choose, onClose }: CustomDaysFormProps) {
  const [days, setDays] = useState(() => shownDays(params, meta))
  const [sent, setSent] = useState(false)
  const today = meta && localDayOf(new Date(meta.as_of), meta.time_zone)
  const problems = customDaysProblems(days, today)
  const isRange = problems.from === null && problems.to === null
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setSent(true)
    const wrong = problems.from ? 'from' : problems.to ? 'to' : null
    if (wrong) return focusOn(event.currentTarget, wrong)
    choose({ period: 'custom', ...days })
    onClose()
  }
  const field = (name: keyof TypedDays, label: string) => (
    <TextField
      label={label}
      name={name}
      type="date"
      required
      placeholder="2026-03-31"
      value={days[name]}
      error={sent ? problems[name] : null}
      onChange={({ target }) => setDays((before) => ({ ...before, [name]: target.value }))}
    />
  )
  return (
    <form noValidate onSubmit={show} className="mt-4">
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {field('from', 'First day')}
        {field('to', 'Last day')}
      </div>
      {meta && (
        <p className="mt-3 text-ink-soft text-sm">
          {isRange && <span className="block font-medium text-ink">{daysInWords(days)}</span>}
          Both days are included, on the clock of {zoneCity(meta.time_zone)}.
        </p>
      )}
      <div className="mt-5 flex justify-end gap-2">
        <button type="button" onClick={onClose} className={buttonStyle()}>
          Cancel
        </button>
        <button type="submit" className={buttonStyle('primary')}>
          Show these days
        </button>
      </div>
    </form>
  )
}

/** The browser's own fields write a day as its reader's country does; here it can not be taken for another. */
const daysInWords = ({ from, to }: TypedDays) => formatDays(`${from}T00:00:00Z`, `${to}T12:00:00Z`, 'UTC')

/** The days as they were chosen, else those of the window that is shown. */
function shownDays({ from, to }: GroupsParams, meta: GroupsAnswer['meta'] | undefined): TypedDays {
  if (from !== undefined && to !== undefined) return { from, to }
  if (!meta) return { from: '', to: '' }
  const last = Math.max(Date.parse(meta.from), Date.parse(meta.to) - 1)
  return {
    from: localDayOf(new Date(meta.from), meta.time_zone),
    to: localDayOf(new Date(last), meta.time_zone),
  }
}

function focusOn(form: HTMLFormElement, name: keyof TypedDays): void {
  const input = form.elements.namedItem(name)
  if (input instanceof HTMLElement) input.focus()
}
