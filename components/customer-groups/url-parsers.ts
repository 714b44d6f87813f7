'use client'

import { createParser } from 'nuqs'
import { explainReaders } from '@/lib/customer-groups/explanation/address-readers'
import {
  GROUPS_DEFAULTS,
  groupsReaders,
  type Reader,
  VIEW_DEFAULTS,
  viewReaders,
} from '@/lib/customer-groups/param-readers'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { EXPLAIN_DEFAULTS } from '@/lib/url/explanation-url'

const defaults: GroupsParams = GROUPS_DEFAULTS

/** A nuqs parser that takes exactly what the contract's field takes; anything else reads as absent. */
function parserOf<Value extends string | number>(parse: Reader<Value>) {
  return createParser<Value>({ parse, serialize: String })
}

/**
 * The page's URL state: the contract's parameters under their own names, a default leaving no trace in the URL. `period`
 * has no default here, for without it days are a custom range: `toGroupsParams` reads the three together.
 */
export const groupsParsers = {
  period: parserOf(groupsReaders.period),
  from: parserOf(groupsReaders.from),
  to: parserOf(groupsReaders.to),
  compare: parserOf(groupsReaders.compare).withDefault(defaults.compare),
  group: parserOf(groupsReaders.group).withDefault(defaults.group),
  activity: parserOf(groupsReaders.activity).withDefault(defaults.activity),
  order_type: parserOf(groupsReaders.order_type).withDefault(defaults.order_type),
  branch: parserOf(groupsReaders.branch).withDefault(defaults.branch),
  group_by: parserOf(groupsReaders.group_by).withDefault(defaults.group_by),
  group_at: parserOf(groupsReaders.group_at).withDefault(defaults.group_at),
  as_of: parserOf(groupsReaders.as_of),
  q: parserOf(groupsReaders.q).withDefault(defaults.q),
  min_orders: parserOf(groupsReaders.min_orders),
  revenue_from: parserOf(groupsReaders.revenue_from),
  revenue_to: parserOf(groupsReaders.revenue_to),
  last_order_before: parserOf(groupsReaders.last_order_before),
  visits: parserOf(groupsReaders.visits).withDefault(defaults.visits),
  vehicle: parserOf(groupsReaders.vehicle).withDefault(defaults.vehicle),
  sort: parserOf(groupsReaders.sort).withDefault(defaults.sort),
  dir: parserOf(groupsReaders.dir).withDefault(defaults.dir),
  page: parserOf(groupsReaders.page).withDefault(defaults.page),
  page_size: parserOf(groupsReaders.page_size).withDefault(defaults.page_size),
}

/** How the page shows the figures over time, and whose change of revenue it explains, which is in its URL alone. */
export const viewParsers = {
  measure: parserOf(viewReaders.measure).withDefault(VIEW_DEFAULTS.measure),
  bucket: parserOf(viewReaders.bucket).withDefault(VIEW_DEFAULTS.bucket),
  hidden: parserOf(viewReaders.hidden),
  bridge: parserOf(viewReaders.bridge),
}

/** The figure that is explained. */
export const explainParsers = {
  explain: parserOf(explainReaders.explain),
  explain_of: parserOf(explainReaders.explain_of).withDefault(EXPLAIN_DEFAULTS.explain_of),
  explain_at: parserOf(explainReaders.explain_at).withDefault(EXPLAIN_DEFAULTS.explain_at),
  explain_among: parserOf(explainReaders.explain_among).withDefault(EXPLAIN_DEFAULTS.explain_among),
  explain_customer: parserOf(explainReaders.explain_customer),
  explain_part: parserOf(explainReaders.explain_part),
  explain_as_of: parserOf(explainReaders.explain_as_of),
  explain_page: parserOf(explainReaders.explain_page).withDefault(EXPLAIN_DEFAULTS.explain_page),
}
