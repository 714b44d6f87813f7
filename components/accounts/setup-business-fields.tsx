'use client'

import { useEffect, useRef } from 'react'
import { ChoiceField } from '@/components/ui/choice-field'
import { TextField } from '@/components/ui/text-field'
import { TextLinesField } from '@/components/ui/text-lines-field'
import { type FormState, fieldError, keptValue } from '@/lib/form-state'

type Options = readonly { value: string; label: string }[]

export type SetupBusinessProps = {
  /** What nobody has said yet. */
  asks: Readonly<Record<'business_name' | 'time_zone' | 'currency' | 'country' | 'branches', boolean>>
  /** What stands until it is said. */
  business: { timeZone: string; currency: string; country: string }
  options: { timeZones: Options; currencies: Options; countries: Options }
  state: FormState
}

/** The business: what it is called, where its clock is, its money and its places. */
export function SetupBusinessFields({ asks, business, options, state }: SetupBusinessProps) {
  const given = (name: string) => ({ defaultValue: keptValue(state, name), error: fieldError(state, name) })
  const zone = keptValue(state, 'time_zone')
  const fieldset = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // Whoever sets the business up most likely sits in it: their clock is a better guess than UTC.
    const select = fieldset.current?.querySelector<HTMLSelectElement>('select[name=time_zone]')
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const isOffered = [...(select?.options ?? [])].some((option) => option.value === here)
    if (select && isOffered && zone === undefined) select.value = here
  }, [zone])
  return (
    <fieldset ref={fieldset} className="grid gap-4">
      <legend className="mb-3 font-semibold text-sm">The business</legend>
      {asks.business_name && (
        <TextField
          label="Name of the business"
          name="business_name"
          autoComplete="organization"
          required
          maxLength={200}
          {...given('business_name')}
        />
      )}
      {asks.country && (
        <ChoiceField
          label="Country"
          name="country"
          autoComplete="country"
          options={options.countries}
          {...given('country')}
          defaultValue={keptValue(state, 'country') ?? business.country}
        />
      )}
      {asks.time_zone && (
        <ChoiceField
          label="Time zone"
          name="time_zone"
          options={options.timeZones}
          hint="Its midnights begin and end every period, wherever somebody looks from."
          {...given('time_zone')}
          defaultValue={zone ?? business.timeZone}
        />
      )}
      {asks.currency && (
        <ChoiceField
          label="Currency"
          name="currency"
          options={options.currencies}
          hint="Of every amount. It can not change once an order is recorded."
          {...given('currency')}
          defaultValue={keptValue(state, 'currency') ?? business.currency}
        />
      )}
      {asks.branches && (
        <TextLinesField
          label="Branches"
          name="branches"
          hint="One a line, the main one first. Leave it empty where there is one place only."
          {...given('branches')}
        />
      )}
    </fieldset>
  )
}
