import { count, KEY, matching, oneOf, PAGE_LIMIT, type Reader, readInstant } from '@/lib/customer-groups/param-readers'
import { isDay } from '@/lib/read-day'
import { EXPLAINED_FIGURES, MOMENTS } from './figures'

const UUID =
  /^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$/

/** Of what a figure is: a group or all of them, the list of a group, or why its revenue or that of all changed. */
export const AMONG = ['group', 'list', 'bridge'] as const

/** A part of the period by its first day, as week-2026-03-02. */
export const PART = /^(day|week|month)-[0-9]{4}-[0-9]{2}-[0-9]{2}$/

const readPart: Reader<string> = (text) => (PART.test(text) && isDay(text.slice(-10)) ? text : null)

/** The address as the page reads it out of its URL, beside the page's choices; without `explain` no figure is explained. */
export const explainReaders = {
  explain: oneOf(EXPLAINED_FIGURES),
  explain_of: matching(KEY),
  explain_at: oneOf(MOMENTS),
  explain_among: oneOf(AMONG),
  explain_customer: matching(UUID),
  explain_part: readPart,
  /** The moment of the figure where the page itself goes on with the time. */
  explain_as_of: readInstant,
  explain_page: count(PAGE_LIMIT),
}
