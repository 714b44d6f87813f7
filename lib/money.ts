/** Major units as a JSON number: 1234 minor units with 2 digits are 12.34. Exact below 10^13 minor units. */
export function toMajor(minor: number, digits: number): number {
  return Number(toDecimal(minor, digits))
}

/** An exact decimal text without separators: 1234 minor units with 2 digits are "12.34", with 0 digits "1234". */
export function toDecimal(minor: number, digits: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError('minor units are whole numbers below 2^53')
  const sign = minor < 0 ? '-' : ''
  const padded = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0')
  return digits === 0 ? sign + padded : `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`
}

/** The sum of amounts in major units, added up in minor ones, so that no part of one is lost. */
export function addMajor(amounts: readonly number[], digits: number): number {
  const scale = 10 ** digits
  return toMajor(
    amounts.reduce((sum, amount) => sum + Math.round(amount * scale), 0),
    digits,
  )
}
