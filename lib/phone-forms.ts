import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'
import { phoneKey } from '@/lib/customers/look-up-keys'
import { normalPhone } from './phone'

/** A number with fewer digits is a part of one, or an extension, and tells nobody apart. */
const LEAST_DIGITS = 5

/**
 * A phone number in every form in which its digits may be recorded: as people dial it inside the country and from abroad,
 * and as it was given. Numbers that are entered here are recorded in the international form, those of imported files as
 * the files have them, so a look-up asks for all of these.
 */
export function phoneDigitForms(text: string, country: string): string[] {
  const given = phoneKey(text)
  if (given.length < LEAST_DIGITS) return []
  const { callingCode, national, dialled } = partsOf(text, country)
  const abroad = `${callingCode}${national}`
  const international = [abroad, `00${abroad}`, `${callingCode}0${national}`]
  return [...new Set([given, given.replace(/^0+/, ''), national, `0${national}`, dialled, ...international])]
}

/**
 * Whether two numbers differ by what a slip makes of one: a digit that is another, two neighbours that changed places, or
 * a digit that is missing. Equal numbers are not near, they are the same.
 */
export function arePhonesNear(one: string, other: string, country: string): boolean {
  const [a, b] = [subscriberDigits(one, country), subscriberDigits(other, country)]
  return a !== null && b !== null && differByOneSlip(a, b)
}

/** The digits after the country's own code and the leading zero; those of another country keep its code. */
function subscriberDigits(text: string, country: string): string | null {
  if (phoneKey(text).length < LEAST_DIGITS) return null
  const parts = partsOf(text, country)
  // One with a digit too few may be read with the zero that is dialled inside the country.
  const national = parts.national.replace(/^0+/, '')
  const { callingCode, isAbroad } = parts
  return isAbroad ? `${callingCode}${national}` : national
}

type PhoneParts = { callingCode: string; national: string; dialled: string; isAbroad: boolean }

/** What can not be read as a number, as one with a digit too few, is split by its leading zeros and the country's code. */
function partsOf(text: string, country: string): PhoneParts {
  const own = callingCodeOf(country)
  const normal = normalPhone(text, country)
  const read = normal === null ? undefined : parsePhoneNumberFromString(normal)
  if (read) {
    const { countryCallingCode: callingCode, nationalNumber: national } = read
    return { callingCode, national, dialled: phoneKey(read.formatNational()), isAbroad: callingCode !== own }
  }
  const digits = phoneKey(text)
  const bare = digits.replace(/^0+/, '')
  const hasCode = own !== '' && /^\s*(\+|00)/.test(text) && bare.startsWith(own)
  const national = hasCode ? bare.slice(own.length).replace(/^0+/, '') : bare
  return { callingCode: own, national, dialled: digits, isAbroad: false }
}

function callingCodeOf(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : ''
}

function differByOneSlip(a: string, b: string): boolean {
  if (a === b) return false
  const [long, short] = a.length >= b.length ? [a, b] : [b, a]
  let at = 0
  while (at < short.length && long[at] === short[at]) at++
  if (long.length === short.length + 1) return long.slice(at + 1) === short.slice(at)
  if (long.length !== short.length) return false
  const swapped = long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2)
  return swapped || long.slice(at + 1) === short.slice(at + 1)
}
