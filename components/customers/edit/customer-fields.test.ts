import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { EntryChoices } from '@/lib/entry/choices'
import { CustomerFields } from './customer-fields'

const fields = {
  text: (field: string) => (field === 'branch' ? 'south' : ''),
  problem: () => null,
  change: () => {},
}
const business = { timeZone: 'UTC', currency: 'USD', currencyDigits: 2 }
const choices: EntryChoices = { groups: [], branches: [{ code: 'north', name: 'North' }], limited: true, business }
const shown = (isElsewhere: boolean) =>
  renderToStaticMarkup(
    createElement(CustomerFields, { fields, choices, home: { code: 'south', name: 'South', isElsewhere } }),
  )

test('a home branch that is not theirs is told, not offered, and sent as it is', () => {
  expect(shown(false)).toContain('<option value="north"')
  expect(shown(true)).not.toContain('<option value="north"')
  expect(shown(true)).toContain('<input type="hidden" name="branch" value="south"/>')
})
