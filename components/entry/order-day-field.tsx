import { Badge } from '@/components/ui/badge'
import { TextField } from '@/components/ui/text-field'
import { localDayOf } from '@/lib/entry/local-day'
import type { EntryFields } from './use-entry-form'

type OrderDayFieldProps = { fields: EntryFields<'ordered_on'>; timeZone: string }

/** The business day of an order: today unless an earlier one is chosen, which is marked. */
export function OrderDayField({ fields, timeZone }: OrderDayFieldProps) {
  const today = localDayOf(new Date(), timeZone)
  const chosen = fields.text('ordered_on')
  return (
    <TextField
      label="Date"
      name="ordered_on"
      type="date"
      max={today}
      value={chosen || today}
      error={fields.problem('ordered_on')}
      // Today is kept as nothing, so that a form that is sent after midnight is of the new day.
      onChange={({ target }) => fields.change('ordered_on', target.value === today ? '' : target.value)}
      hint={chosen !== '' && chosen < today ? <Badge tone="warn">Back-dated</Badge> : 'Today, unless it was earlier.'}
    />
  )
}
