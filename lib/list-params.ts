import { z } from 'zod'
import { groupsParamsSchema } from '@/lib/customer-groups/params'

/** What every list takes beside its own filters: a group's key, a branch's code, a search, a page. */
export const listParams = groupsParamsSchema.pick({
  q: true,
  group: true,
  branch: true,
  page: true,
  page_size: true,
}).shape

/**
 * The columns that are shown, as `name,phone`: each a known one and none twice. They come out in the order of `all`,
 * with the first of them, by which a row is told, always there.
 */
export function columnsParam<Column extends string>(all: readonly [Column, ...Column[]], first: readonly Column[]) {
  return z
    .string()
    .transform((text) => text.split(','))
    .refine((named) => named.every((name) => all.some((column) => column === name)), 'names an unknown column')
    .refine((named) => new Set(named).size === named.length, 'names a column twice')
    .transform((named) => all.filter((column) => column === all[0] || named.includes(column)))
    .default([...first])
}
