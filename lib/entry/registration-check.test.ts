import { describe, expect, it } from 'vitest'
import { registrationSchema } from '@/lib/customers/registration'
import type { EntryChoices } from './choices'
import { blankDraft } from './draft'
import { problemsOfStep, reachableStep, registrationProblems } from './registration-check'
import { isSkipped, stepAfter, stepBefore, stepOfField } from './registration-steps'
import {
  knownAtFirst,
  orderOfKnown,
  REGISTRATION_FIELDS,
  type RegistrationTexts,
  registrationBody,
} from './registration-texts'

const CHOICES: EntryChoices = {
  groups: [
    { key: 'personal', name: 'Personal', color: 1, requiresOrganization: false },
    { key: 'company', name: 'Company', color: 2, requiresOrganization: true },
  ],
  branches: [
    { code: 'main', name: 'Main' },
    { code: 'arusha', name: 'Arusha' },
  ],
  limited: false,
  business: { timeZone: 'Africa/Dar_es_Salaam', currency: 'TZS', currencyDigits: 2 },
}
const NOW = new Date('2026-03-31T22:30:00Z')

function typed(texts: Partial<RegistrationTexts>): RegistrationTexts {
  return blankDraft(REGISTRATION_FIELDS, { ...knownAtFirst(CHOICES), ...texts }).texts
}

const PERSON = { full_name: 'Asha Mushi', group: 'personal', 'order.type': 'none' }
const SERVICE = { ...PERSON, 'order.type': 'service', 'order.branch': 'main', 'order.amount': '1250.50' }

const wrong = (texts: Partial<RegistrationTexts>) =>
  registrationProblems(typed(texts), CHOICES, NOW).map(({ name }) => name)

describe('what a registration still wants', () => {
  it('wants a type, a name and what they came for of a blank one', () => {
    expect(wrong({})).toEqual(['group', 'order.type', 'full_name'])
  })

  it('wants nothing more of a person who came for nothing yet', () => {
    expect(wrong(PERSON)).toEqual([])
  })

  it('wants the organisation where the type requires one', () => {
    expect(wrong({ ...PERSON, group: 'company' })).toEqual(['organization_name'])
    expect(wrong({ ...PERSON, group: 'company', organization_name: 'Kilimo Ltd' })).toEqual([])
  })

  it('wants the plate of a vehicle of which anything else is known', () => {
    expect(wrong({ ...PERSON, 'vehicle.make': 'Toyota' })).toEqual(['vehicle.plate'])
  })

  it('tells each field once, in a sentence for whoever typed it', () => {
    const problems = registrationProblems(
      typed({ ...SERVICE, email: 'asha', 'order.amount': 'a lot', 'order.details.odometer_km': '84,000' }),
      CHOICES,
      NOW,
    )
    expect(problems).toEqual([
      { name: 'email', message: 'This is not an e-mail address.' },
      { name: 'order.amount', message: 'Give the amount in digits, as 1250.50.' },
      { name: 'order.details.odometer_km', message: 'Give the kilometres in digits, as 84000.' },
    ])
  })

  it('wants an order’s branch unless the home branch says it', () => {
    expect(wrong({ ...SERVICE, 'order.branch': '' })).toEqual(['order.branch'])
    expect(wrong({ ...SERVICE, 'order.branch': '', branch: 'arusha' })).toEqual([])
  })

  it('takes no more digits than the currency has, and no day to come', () => {
    expect(wrong({ ...SERVICE, 'order.amount': '1.505' })).toEqual(['order.amount'])
    // It is the first of April already in Dar es Salaam.
    expect(wrong({ ...SERVICE, 'order.ordered_on': '2026-04-01' })).toEqual([])
    expect(wrong({ ...SERVICE, 'order.ordered_on': '2026-04-02' })).toEqual(['order.ordered_on'])
  })

  it('wants nothing of an order where they came for nothing yet', () => {
    expect(wrong({ ...SERVICE, 'order.type': 'none', 'order.amount': 'a lot' })).toEqual([])
  })
})

describe('what is sent', () => {
  const body = (texts: Partial<RegistrationTexts>) => registrationSchema.parse(registrationBody(typed(texts), CHOICES))

  it('leaves out what the type does not ask for', () => {
    const hidden = { organization_name: 'Kilimo Ltd', tax_number: '77', person_role: 'driver' }
    expect(body({ ...PERSON, ...hidden })).toMatchObject({
      organization_name: null,
      tax_number: null,
      person_role: 'driver',
    })
    expect(body({ ...PERSON, ...hidden, group: 'company' })).toMatchObject({
      organization_name: 'Kilimo Ltd',
      tax_number: '77',
      person_role: null,
    })
  })

  it('has an order about the vehicle that is registered with it, unless told otherwise', () => {
    const vehicle = { 'vehicle.plate': 'T 123 ABC', 'vehicle.year': '2019' }
    expect(body(SERVICE)).toMatchObject({ vehicle: null, order: { with_vehicle: false } })
    expect(body({ ...SERVICE, ...vehicle })).toMatchObject({ vehicle: { year: 2019 }, order: { with_vehicle: true } })
    expect(body({ ...SERVICE, ...vehicle, 'order.with_vehicle': '' })).toMatchObject({ order: { with_vehicle: false } })
  })

  it('is the same text each time, which is how the server knows that it is sent again', () => {
    const text = JSON.stringify(body(SERVICE))
    expect(JSON.stringify(body({ ...SERVICE }))).toBe(text)
    expect(JSON.parse(text)).toMatchObject({ order: { ordered_on: null, amount: '1250.50' } })
  })
})

describe('the steps', () => {
  it('are never shown past one that still wants something', () => {
    const problems = (texts: Partial<RegistrationTexts>) => registrationProblems(typed(texts), CHOICES, NOW)
    expect(reachableStep(problems({}), 'review')).toBe('who')
    expect(reachableStep(problems({ ...PERSON, 'order.type': '' }), 'review')).toBe('purpose')
    expect(reachableStep(problems({ ...SERVICE, 'order.amount': '' }), 'review')).toBe('details')
    expect(reachableStep(problems(SERVICE), 'review')).toBe('review')
    expect(reachableStep(problems(SERVICE), 'purpose')).toBe('purpose')
  })

  it('leave the details out where they came for nothing yet', () => {
    expect(isSkipped('details', typed(PERSON))).toBe(true)
    expect(stepAfter('purpose', typed(PERSON))).toBe('review')
    expect(stepAfter('purpose', typed(SERVICE))).toBe('details')
    expect(stepBefore('review', typed(PERSON))).toBe('purpose')
    expect(stepBefore('who', typed(PERSON))).toBeNull()
  })

  it('hold each field once, and the review what is no field', () => {
    expect(REGISTRATION_FIELDS.filter((field) => stepOfField(field) === 'review')).toEqual([])
    expect(stepOfField('order.type')).toBe('purpose')
    expect(stepOfField('organization_name')).toBe('who')
    expect(stepOfField('vehicle.plate')).toBe('details')
    expect(problemsOfStep([{ name: '', message: 'No.' }], 'review')).toHaveLength(1)
  })
})

it('an order for a customer who is known is about their vehicle of the typed plate', () => {
  const vehicles = [
    { id: 'v-1', plate: 'T 999 XYZ' },
    { id: 'v-2', plate: 'T 123 ABC' },
  ]
  const vehicleOf = (texts: Partial<RegistrationTexts>) =>
    orderOfKnown(typed({ ...SERVICE, ...texts }), vehicles).vehicle_id
  expect(vehicleOf({ 'vehicle.plate': 't123-abc' })).toBe('v-2')
  expect(vehicleOf({ 'vehicle.plate': 't123-abc', 'order.with_vehicle': '' })).toBe('')
  expect(vehicleOf({ 'vehicle.plate': 'T 5' })).toBe('')
  expect(vehicleOf({})).toBe('')
})
