import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { showsOrders } from '@/lib/definitions'
import { formatDays } from '@/lib/format/date'

/** The exact days that changes compare with; null where none are shown. */
export type ComparedDays = string | null

/** Active customers are compared with active ones, so that nothing is where only the others are shown. */
export function comparedDays(meta: GroupsAnswer['meta']): ComparedDays {
  return showsOrders(meta.activity) ? daysBefore(meta) : null
}

/** The exact days of the period before, in which those came who are not back. */
export function daysBefore({ previous_from, previous_to, time_zone }: GroupsAnswer['meta']): ComparedDays {
  if (previous_from === null || previous_to === null) return null
  return formatDays(previous_from, previous_to, time_zone)
}
