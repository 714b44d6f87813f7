const LOCALE = 'en-GB'

/** A count with its thousands separated: 12345 is "12,345". */
export function formatCount(value: number): string {
  return formatDecimal(value, 0)
}

/** A number with exactly `digits` decimals, thousands separated: (1234.5, 2) is "1,234.50". Nothing is abbreviated. */
export function formatDecimal(value: number, digits: number): string {
  return decimalsOf(digits).format(value)
}

const decimals = new Map<number, Intl.NumberFormat>()

/** Making a formatter costs far more than using it, and a table shows dozens of amounts; the first costs a phone most. */
function decimalsOf(digits: number): Intl.NumberFormat {
  const known = decimals.get(digits)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  decimals.set(digits, made)
  return made
}

/** An amount in major units, split where the eye may rest: "1,234" and ".50" (nothing for a currency without digits). */
export function splitAmount(value: number, digits: number): { major: string; minor: string } {
  const text = formatDecimal(value, digits)
  const point = text.indexOf('.')
  return point < 0 ? { major: text, minor: '' } : { major: text.slice(0, point), minor: text.slice(point) }
}

/** An amount in major units with its currency's code: "TZS 1,234.50". */
export function formatMoney(value: number, currency: { currency: string; currencyDigits: number }): string {
  return `${currency.currency}\u00A0${formatDecimal(value, currency.currencyDigits)}`
}

/** A count and its noun: "1 customer", "2,345 customers". */
export function formatQuantity(value: number, one: string, many = `${one}s`): string {
  return `${formatCount(value)} ${value === 1 ? one : many}`
}

let short: Intl.NumberFormat | undefined

/** An axis's number, where the exact ones stand elsewhere: 1234567 is "1.23m". */
export function formatShort(value: number): string {
  short ??= new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumSignificantDigits: 3 })
  return short.format(value)
}
