type Values = Readonly<Record<string, string | number | null | undefined>>

/**
 * `path`, which may have a query, with values in it: null and a default take a parameter out, undefined leaves it as it is.
 */
export function setInQuery(path: string, values: Values, defaults: Values = {}): string {
  const [base = '', before] = path.split('?')
  const query = new URLSearchParams(before)
  for (const [name, value] of Object.entries(values)) {
    if (value === null || (value !== undefined && value === defaults[name])) query.delete(name)
    else if (value !== undefined) query.set(name, String(value))
  }
  // Neither needs an escape in a query, and days and moments are easier to read without.
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',')
  return text === '' ? base : `${base}?${text}`
}
