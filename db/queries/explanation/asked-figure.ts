import type { Scope } from '@/db/access'
import type { Database } from '@/db/client'
import { type Frame, resolveFrame } from '@/db/queries/frame'
import type { Grouping } from '@/db/queries/groupings/grouping'
import { groupingOf } from '@/db/queries/groupings/grouping-of'
import { readBuckets } from '@/db/queries/groups-series'
import type { Place } from '@/lib/customer-groups/explanation/figures'
import { type ExplanationParams, partOf, placeOf } from '@/lib/customer-groups/explanation/params'
import { refusedParameter } from '@/lib/customer-groups/search-params'
import type { SeriesBucket } from '@/lib/customer-groups/series'

/** A figure as it is asked for, resolved. */
export type AskedFigure = {
  params: ExplanationParams
  place: Place
  frame: Frame
  grouping: Grouping
  /** The days whose orders and customers it is made of. */
  days: { from: string; to: string }
  /** True where these are the days compared with. */
  isPrevious: boolean
  /** Of a part of the period: all of its parts, and which one, from 1. */
  part: { buckets: SeriesBucket[]; number: number; bucket: SeriesBucket } | null
}

/** Throws what `resolveFrame` throws, and RequestError 400 for a part that the period does not have. */
export async function askedFigure(db: Database, scope: Scope, params: ExplanationParams): Promise<AskedFigure> {
  const resolved = await resolveFrame(db, scope, params)
  const part = await readPart(db, resolved, params)
  // What a part is made of is the same whatever is compared with, and nothing is.
  const frame = part ? { ...resolved, previous: null } : resolved
  const isPrevious = params.at === 'previous'
  const days = part?.bucket ?? (isPrevious ? frame.previous : frame.window)
  if (days === null) throw refusedParameter('compare', 'none leaves nothing to compare with')
  const { from, to } = days
  return {
    params,
    place: placeOf(params),
    frame,
    grouping: groupingOf(frame, params),
    days: { from, to },
    isPrevious,
    part,
  }
}

async function readPart(db: Database, frame: Frame, { part }: ExplanationParams): Promise<AskedFigure['part']> {
  if (part === undefined) return null
  const { bucket: length, firstDay } = partOf(part)
  const buckets = await readBuckets(db, frame, length)
  const index = buckets.findIndex(({ first_day }) => first_day === firstDay)
  const bucket = buckets[index]
  if (!bucket) throw refusedParameter('part', 'is no part of the period')
  return { buckets, number: index + 1, bucket }
}
