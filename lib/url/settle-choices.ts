import { type Combined, combinationProblems } from '@/lib/customer-groups/combinations'
import { sortAfter } from '@/lib/customer-groups/list-columns'
import type { Choices } from './groups-url'

/** What a URL has, null where it has nothing. */
type Before = { [Name in keyof Choices]?: Choices[Name] | null }

/**
 * A reader's choices with what they bring along, so that no choice leads to a link that is not understood: what does not
 * go with the newest one falls back to its default, who came before is compared with the period before, and the usual sort
 * gives way to that of the customers who are then listed.
 */
export function settleChoices(before: Before, choices: Choices): Choices {
  const asked =
    needsComparison(choices) && given({ ...before, ...choices }).compare === 'none'
      ? { ...choices, compare: null }
      : choices
  const problems = combinationProblems(given({ ...before, ...asked })).map(({ name }) => [name, null])
  const settled: Choices = { ...asked, ...Object.fromEntries(problems) }
  if (choices.sort !== undefined || (settled.activity === undefined && settled.compare === undefined)) return settled
  return { sort: sortAfter(given(before), given({ ...before, ...settled })), ...settled }
}

/** Whether the choices are of customers who are known only where something is compared with. */
function needsComparison({ activity, visits, compare }: Choices): boolean {
  return compare !== 'none' && (activity === 'not_back' || visits === 'resurrected' || visits === 'continued')
}

function given(choices: Before): Combined {
  return Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== null))
}
