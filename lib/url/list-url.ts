import '@/lib/zod-without-eval'
import type { z } from 'zod'
import type { NotUnderstood } from './groups-url'

/** A list's query as it was understood, and what of it was not. */
export type ListUrl<Params> = { params: Params; rubbish: NotUnderstood[] }

/**
 * Reads a list's query leniently: what its contract does not take reads as the default and is named. A blank value, as
 * a form sends it, asks for nothing; of repeated ones the first counts. Never throws.
 */
export function readListUrl<Schema extends z.ZodObject>(
  schema: Schema,
  searchParams: URLSearchParams,
): ListUrl<z.output<Schema>> {
  const asked = [...searchParams].filter(([, value]) => value !== '')
  const understood = asked.filter(([name, value], index) => {
    const isFirst = asked.findIndex(([other]) => other === name) === index
    return isFirst && Object.hasOwn(schema.shape, name) && schema.safeParse({ [name]: value }).success
  })
  return {
    params: schema.parse(Object.fromEntries(understood)),
    rubbish: asked.filter((pair) => !understood.includes(pair)).map(([name, value]) => ({ name, value })),
  }
}

/** `path` with the parameters that are not their defaults. */
export function listHref<Schema extends z.ZodObject>(
  path: string,
  schema: Schema,
  params: Partial<z.output<Schema>>,
): string {
  const defaults = new Map(Object.entries(schema.parse({})).map(([name, value]) => [name, String(value)]))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== undefined && String(value) !== '' && String(value) !== defaults.get(name))
      query.set(name, String(value))
  // A comma needs no escape in a query, and columns are easier to read without.
  const text = query.toString().replaceAll('%2C', ',')
  return text === '' ? path : `${path}?${text}`
}

/** Makes the filters by branch and group their defaults, and names them, where the records do not know their values. */
export function onlyKnown<Params extends { branch: string; group: string }>(
  { params, rubbish }: ListUrl<Params>,
  known: Record<'branch' | 'group', readonly string[]>,
): ListUrl<Params> {
  const unknown = (['branch', 'group'] as const).filter(
    (name) => params[name] !== 'all' && !known[name].includes(params[name]),
  )
  return {
    params: { ...params, ...Object.fromEntries(unknown.map((name) => [name, 'all'])) },
    rubbish: [...rubbish, ...unknown.map((name) => ({ name, value: params[name] }))],
  }
}
