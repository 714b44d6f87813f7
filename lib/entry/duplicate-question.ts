import type { DuplicateQuestion } from '@/lib/customers/finding'
import type { EntryChoices } from './choices'
import { groupOf, isOfPersons, type RegistrationTexts } from './registration-texts'

/** Less says nothing about anybody. */
const LEAST_LENGTH = 3

/**
 * What to ask of possible duplicates once enough is typed, or null. A name alone is nobody's: without any of the others
 * there is no question.
 */
export function duplicateQuestion(texts: RegistrationTexts, choices: EntryChoices): DuplicateQuestion | null {
  const group = groupOf(texts, choices)
  const question = {
    phone: enough(texts.phone, 50),
    email: texts.email.includes('@') ? enough(texts.email, 254) : null,
    plate: enough(texts['vehicle.plate'], 30),
    tax_number: group && !isOfPersons(group) ? enough(texts.tax_number, 50) : null,
  }
  if (Object.values(question).every((value) => value === null)) return null
  return { full_name: enough(texts.full_name, 200), ...question, except_id: null }
}

function enough(text: string, most: number): string | null {
  const typed = text.trim()
  return typed.length >= LEAST_LENGTH && typed.length <= most ? typed : null
}
