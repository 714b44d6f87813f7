import { registrationSchema } from '@/lib/customers/registration'
import type { FailedField } from '@/lib/failure'
import type { EntryChoices } from './choices'
import { orderProblems, typeOf } from './order-texts'
import { firstOfEach, problemsOf } from './problems'
import { REGISTRATION_STEPS, type RegistrationStep, stepOfField } from './registration-steps'
import { groupOf, NO_ORDER, orderTextsOf, type RegistrationTexts, registrationBody } from './registration-texts'

/** All that keeps a registration from being sent, by the names of its contract. */
export function registrationProblems(texts: RegistrationTexts, choices: EntryChoices, now: Date): FailedField[] {
  const group = groupOf(texts, choices)
  const own: FailedField[] = []
  if (group === null) own.push({ name: 'group', message: 'Choose the type.' })
  if (group?.requiresOrganization && texts.organization_name.trim() === '')
    own.push({ name: 'organization_name', message: `Say the organisation: ${group.name} customers have one.` })
  if (typeOf(texts['order.type']) !== null)
    own.push(
      ...orderProblems(orderTextsOf(texts), choices, now).map(({ name, message }) => ({
        name: `order.${name}`,
        message,
      })),
    )
  else if (texts['order.type'] !== NO_ORDER)
    own.push({ name: 'order.type', message: 'Choose what they came for; nothing yet is an answer too.' })
  const { error } = registrationSchema.safeParse(registrationBody(texts, choices))
  return firstOfEach([...own, ...problemsOf(error)])
}

/** Those of one step. */
export function problemsOfStep(problems: readonly FailedField[], step: RegistrationStep): FailedField[] {
  return problems.filter(({ name }) => stepOfField(name) === step)
}

/** The step to show where `asked` is asked for: never one past a step that still wants something. */
export function reachableStep(problems: readonly FailedField[], asked: RegistrationStep): RegistrationStep {
  const before = REGISTRATION_STEPS.slice(0, REGISTRATION_STEPS.indexOf(asked))
  return before.find((step) => problemsOfStep(problems, step).length > 0) ?? asked
}
