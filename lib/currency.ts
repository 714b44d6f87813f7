import { code as findCurrency } from 'currency-codes'

/** Whether ISO 4217 lists these three capital letters as the money of a country; gold, test codes and bonds are not. */
export function isCurrency(code: string): boolean {
  const found = /^[A-Z]{3}$/.test(code) ? findCurrency(code) : undefined
  return found !== undefined && !found.countries.every((country) => country.startsWith('Zz'))
}

/**
 * Minor digits by ISO 4217: JPY 0, TZS 2, KWD 3, HUF 2. Node's Intl has CLDR's, which say how people write amounts (HUF 0)
 * and not how they are recorded.
 * @throws RangeError for a code that ISO 4217 does not list.
 */
export function currencyDigits(code: string): number {
  const found = findCurrency(code)
  if (!found) throw new RangeError(`${code} is not a currency of ISO 4217`)
  return found.digits
}
