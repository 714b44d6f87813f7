import type { BridgeAnswer, BridgeSteps } from '@/lib/customer-groups/bridge'
import { expectedGroups } from './expected-groups'
import { visitOf } from './listed-places'
import { visitsChange } from './listed-recount'
import { counted, type Place, type Question } from './question'
import { major, revenueOf } from './recounted-figures'

/** The bridges of a question, customer by customer and from the rows alone. */
export function recountBridge(question: Question): Pick<BridgeAnswer, 'groups' | 'totals'> {
  const groups = expectedGroups(question)
  return {
    groups: Object.fromEntries(
      groups.map(({ key, name, color, members }) => [key, { name, color, ...stepsOf(question, members) }]),
    ),
    totals: stepsOf(question, oncePerCustomer(groups.flatMap(({ members }) => members))),
  }
}

function oncePerCustomer(places: readonly Place[]): Place[] {
  return [...new Set(places.map(({ customer }) => customer))].map((customer) => {
    const own = places.filter((place) => place.customer === customer)
    return {
      group: 'all',
      customer,
      now: own.flatMap(({ now }) => now),
      before: own.flatMap(({ before }) => before),
    }
  })
}

function stepsOf(question: Question, places: readonly Place[]): BridgeSteps {
  const came = places.filter(({ now, before }) => counted([...now, ...before]).length > 0)
  const amount = (of: readonly Place[], change: (place: Place) => number) =>
    major(
      of.reduce((sum, place) => sum + change(place), 0),
      question.records.currencyDigits,
    )
  const more = ({ now, before }: Place) => revenueOf(now) - revenueOf(before)
  const byVisits = (place: Place) => visitsChange(place) ?? 0
  const those = (visit: string) => came.filter((place) => (visitOf(question, place) ?? 'stopped') === visit)
  const part = (visit: string) => ({ customers: those(visit).length, change: amount(those(visit), more) })
  const stayed = those('continued')
  return {
    previous_revenue: amount(came, ({ before }) => revenueOf(before)),
    stopped: part('stopped'),
    new: part('new'),
    resurrected: part('resurrected'),
    continued: {
      customers: stayed.length,
      visits_change: amount(stayed, byVisits),
      value_change: amount(stayed, (place) => more(place) - byVisits(place)),
    },
    revenue: amount(came, ({ now }) => revenueOf(now)),
  }
}
