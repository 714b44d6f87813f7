import '@/lib/zod-without-eval'
import { createLoader, createParser, createSerializer } from 'nuqs/server'
import type { z } from 'zod'
import { type GroupsParams, groupsParamsSchema } from '@/lib/customer-groups/contract'

const { shape } = groupsParamsSchema
const defaults = groupsParamsSchema.parse({})

/** A nuqs parser that takes exactly what the contract's field takes; anything else reads as absent. */
function parserOf<Value>(field: z.ZodType<Value>) {
  return createParser<NonNullable<Value>>({
    parse: (text) => field.safeParse(text).data ?? null,
    serialize: String,
  })
}

/** The page's URL state: the contract's parameters under their own names, a default leaving no trace in the URL. */
export const groupsParsers = {
  period: parserOf(shape.period).withDefault(defaults.period),
  group: parserOf(shape.group).withDefault(defaults.group),
  activity: parserOf(shape.activity).withDefault(defaults.activity),
  order_type: parserOf(shape.order_type).withDefault(defaults.order_type),
  branch: parserOf(shape.branch).withDefault(defaults.branch),
  as_of: parserOf(shape.as_of),
  q: parserOf(shape.q).withDefault(defaults.q),
  sort: parserOf(shape.sort).withDefault(defaults.sort),
  dir: parserOf(shape.dir).withDefault(defaults.dir),
  page: parserOf(shape.page).withDefault(defaults.page),
  page_size: parserOf(shape.page_size).withDefault(defaults.page_size),
}

const load = createLoader(groupsParsers)
const serialize = createSerializer(groupsParsers)

/** The state of a URL, with null for no `as_of`, as the contract's parameters. */
export function toGroupsParams(state: Awaited<ReturnType<typeof load>>): GroupsParams {
  const { as_of, ...choices } = state
  return as_of === null ? choices : { ...choices, as_of }
}

/** Reads any query string leniently: what the contract does not take reads as its default. Never throws. */
export function readGroupsUrl(searchParams: URLSearchParams): GroupsParams {
  return toGroupsParams(load(searchParams))
}

/** `path` with the parameters that are not their defaults. */
export function groupsHref(path: string, params: Partial<GroupsParams>): string {
  return serialize(path, params)
}

export type NotUnderstood = { name: string; value: string }

/**
 * What `readGroupsUrl` passed over: unknown parameters, values that the contract does not take, and repetitions (the
 * first one counts).
 */
export function notUnderstood(searchParams: URLSearchParams): NotUnderstood[] {
  const names = [...new Set(searchParams.keys())]
  return names.flatMap((name) => searchParams.getAll(name).flatMap((value, index) => passedOver(name, value, index)))
}

function passedOver(name: string, value: string, index: number): NotUnderstood[] {
  const understood = index === 0 && groupsParamsSchema.safeParse({ [name]: value }).success
  return understood ? [] : [{ name, value }]
}
