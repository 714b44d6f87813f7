import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { type AskedWindow, periodWindow } from '@/db/period-window'
import { business } from '@/db/schema/local'
import { branches, customerGroups } from '@/db/schema/reference'
import { folded } from '@/db/text-folding'
import { FIXED_GROUPS } from '@/lib/customer-groups/fixed-groups'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import type { OrderType } from '@/lib/definitions'
import { RequestError } from '@/lib/failure'
import { instant } from './row-values'
import { visibleBranchIds } from './visible-records'

const frameRow = z.object({
  time_zone: z.string(),
  currency: z.string(),
  currency_digits: z.int(),
  as_of: instant,
  from: instant,
  to: instant,
  elapsed: z.boolean(),
  previous_from: instant.nullable(),
  previous_to: instant.nullable(),
  branch_id: z.uuid().nullable(),
  group_ref: z.string().nullable(),
  first_day: z.string(),
  last_day: z.string(),
  folded_q: z.string(),
})

/** What a request asks for, resolved once: its window as instants, its branch and group as ids, its question folded. */
export type Frame = {
  timeZone: string
  currency: string
  currencyDigits: number
  /** The moment of the figures: now, or the one that was asked for. */
  asOf: string
  window: { from: string; to: string }
  /** True where the period is still running, so that the window is its elapsed part. */
  elapsed: boolean
  /** The window that is compared with; null where nothing is. */
  previous: { from: string; to: string } | null
  /** The first and last local day of the window, as 2026-03-31. */
  days: { first: string; last: string }
  orderType: OrderType | null
  /** The branches asked for; null means every branch that the caller may see. */
  branchIds: readonly string[] | null
  /** The branches that the caller may see, to which every statement is cut; null means every branch. */
  visibleBranchIds: readonly string[] | null
  /** The group asked for as `group_ref` names it in `members`; null means every group. */
  groupRef: string | null
  search: Search | null
}

/** `digits` is there when the question could be a phone number: then they match too. */
export type Search = { text: string; digits: string | null }

type FrameParams = AskedWindow &
  Pick<GroupsParams, 'group' | 'order_type' | 'branch' | 'as_of' | 'q'> &
  Partial<Pick<GroupsParams, 'group_by'>>

/**
 * Reads the business, its clock and what the parameters name, in one statement. Throws RequestError: 400 for an unknown
 * branch or group and for days that lie after the moment of the figures, 403 for a branch outside the scope, 503 where no business is set up.
 */
export async function resolveFrame(db: Database, scope: Scope, params: FrameParams): Promise<Frame> {
  const { rows } = await db.execute(frameStatement(params))
  if (rows.length === 0)
    throw new RequestError(503, 'not_set_up', 'The business is not set up yet: start the server once.')
  const row = frameRow.parse(rows[0]?.frame)
  const branchIds = askedBranches(scope, params.branch, row.branch_id)
  if (params.group !== 'all' && !isGroup(row.group_ref, params, branchIds ?? visibleBranchIds(scope)))
    throw refusedParameter('group', 'is not the key of a group')
  if (row.from > row.as_of) throw refusedParameter('from', 'begins after the moment of the figures')
  const { previous_from, previous_to } = row
  return {
    timeZone: row.time_zone,
    currency: row.currency,
    currencyDigits: row.currency_digits,
    asOf: row.as_of,
    window: { from: row.from, to: row.to },
    elapsed: row.elapsed,
    previous: previous_from === null || previous_to === null ? null : { from: previous_from, to: previous_to },
    days: { first: row.first_day, last: row.last_day },
    orderType: params.order_type === 'all' ? null : params.order_type,
    branchIds,
    visibleBranchIds: visibleBranchIds(scope),
    groupRef: row.group_ref,
    search: params.q === '' ? null : { text: row.folded_q, digits: digitsOfPhone(params.q) },
  }
}

function frameStatement(params: FrameParams): SQL {
  const asOf = sql`coalesce(${params.as_of ?? null}::timestamptz, date_trunc('milliseconds', now()))`
  return sql`
    select json_build_object(
      'time_zone', ${business.timeZone}, 'currency', ${business.currency}, 'currency_digits', ${business.currencyDigits},
      'as_of', w.as_of, 'from', w."from", 'to', w."to", 'elapsed', w.elapsed,
      'previous_from', w.previous_from, 'previous_to', w.previous_to,
      'first_day', (w."from" at time zone ${business.timeZone})::date,
      'last_day', (greatest(w."from", w."to" - interval '1 millisecond') at time zone ${business.timeZone})::date,
      'branch_id', (select ${branches.id} from ${branches} where ${branches.code} = ${params.branch}),
      'group_ref', (${groupRefOf(params)}),
      'folded_q', ${folded(sql`${params.q}::text`)}
    ) as frame
    from ${business}
    cross join lateral (${periodWindow(asOf, sql`${business.timeZone}`, params)}) as w`
}

/** The id of a type or branch, or the key of a fixed group itself. */
function groupRefOf({ group, group_by = 'type' }: FrameParams): SQL {
  if (group_by === 'type')
    return sql`select ${customerGroups.id} from ${customerGroups} where ${customerGroups.key} = ${group}`
  if (group_by === 'branch') return sql`select ${branches.id} from ${branches} where ${branches.code} = ${group}`
  const isKnown = FIXED_GROUPS[group_by].some(({ key }) => key === group)
  return sql`select ${isKnown ? group : null}::text`
}

/** Among branches only those are groups that are asked for and seen; null means every branch. */
function isGroup(ref: string | null, { group_by }: FrameParams, branchIds: readonly string[] | null): boolean {
  return ref !== null && (group_by !== 'branch' || branchIds === null || branchIds.includes(ref))
}

function askedBranches(scope: Scope, code: string, id: string | null): readonly string[] | null {
  if (code === 'all') return null
  if (!id) throw refusedParameter('branch', 'is not the code of a branch')
  if (scope.branches !== 'all' && !scope.branches.includes(id))
    throw new RequestError(403, 'branch_not_allowed', 'You may not see the figures of this branch.', [
      { name: 'branch', message: 'is not among your branches' },
    ])
  return [id]
}

/** Leading zeros are dropped: they are dialled inside a country and missing from the number with its country code. */
export function digitsOfPhone(text: string): string | null {
  if (!/^[0-9+()./\s-]+$/.test(text)) return null
  const digits = text.replaceAll(/[^0-9]/g, '')
  return digits.length < 3 ? null : digits.replace(/^0+/, '') || null
}
