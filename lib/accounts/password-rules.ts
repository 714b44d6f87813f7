import { dictionary } from '@zxcvbn-ts/language-common'

/** Whose password it is to be: what anybody who knows them would try first. */
export type PasswordOwner = { email: string; name: string; businessName: string }

const TOO_COMMON = 'This password is one of the first that would be tried. Use three or four unrelated words.'
const TOO_NEAR =
  'This password is the name or e-mail of the account or the business. Use three or four unrelated words.'

/** Digits and symbols that people write for letters. */
const LOOKALIKES: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}
/** A password that only repeats so few characters is as good as a short one. */
const LONGEST_STUTTER = 4
const DIGITS = '0123456789'.repeat(20)
const DIGITS_DOWN = [...DIGITS].reverse().join('')

let common: Set<string> | undefined

/**
 * Why a password of a fitting length is refused, or null. The list of common passwords is full of short ones: one also
 * counts with digits and symbols around it, repeated, or written in look-alikes.
 */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const whole = squeezed(password)
  const forms = formsOf(whole)
  if (unrepeated(whole).length <= LONGEST_STUTTER || forms.some(isCommon)) return TOO_COMMON
  const known = [owner.email, owner.email.split('@')[0] ?? '', owner.name, owner.businessName].map(squeezed)
  return forms.some((form) => known.includes(form)) ? TOO_NEAR : null
}

/** Without case, accents, spaces and differences of writing that are not seen. */
function squeezed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\s]+/gu, '')
}

/** The password itself, without its decoration, what it repeats, and each of these without look-alikes. */
function formsOf(whole: string): string[] {
  const once = [whole, stripped(whole)].flatMap((form) => [form, unrepeated(form), stripped(unrepeated(form))])
  return [...new Set(once.flatMap((form) => [form, plain(form), stripped(plain(form))]))].filter((form) => form !== '')
}

function stripped(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

/** What a text is made of by repetition, the last time perhaps cut short. */
function unrepeated(text: string): string {
  for (let length = 1; length <= text.length / 2; length++) {
    if (text.slice(0, length).repeat(text.length).startsWith(text)) return text.slice(0, length)
  }
  return text
}

function plain(text: string): string {
  return [...text].map((letter) => LOOKALIKES[letter] ?? letter).join('')
}

function isCommon(form: string): boolean {
  common ??= new Set(dictionary['passwords-common'].map(String))
  return common.has(form) || DIGITS.includes(form) || DIGITS_DOWN.includes(form)
}
