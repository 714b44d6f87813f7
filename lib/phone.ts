import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js'

/** What is said to somebody whose number could not be read. */
export const NOT_A_PHONE = 'This is not a phone number.'

/**
 * A phone number as in +255712345678 (E.164), from its international form or as it is dialled inside a country
 * (ISO 3166-1 alpha-2); null where the text is no plausible number. An extension is left out, for E.164 has none.
 */
export function normalPhone(text: string, country: string): string | null {
  // Numbers copied from a list of contacts come between marks of the reading direction, which nobody sees.
  const seen = text.replaceAll(/\p{Cf}/gu, '').trim()
  // People write 00 for the + wherever they are, also where one dials something else to reach another country.
  return readPhone(seen, country) ?? readPhone(seen.replace(/^00/, '+'), country)
}

function readPhone(text: string, country: string): string | null {
  const defaultCountry = isSupportedCountry(country) ? country : undefined
  // Without `extract: false`, a number would be found inside of any text around it.
  const found = parsePhoneNumberFromString(text, { defaultCountry, extract: false })
  return found?.isPossible() ? found.number : null
}
