import { expect, test } from 'vitest'
import { type Choices, groupsHref, notUnderstood, readGroupsUrl } from './groups-url'
import { settleChoices } from './settle-choices'

/** The link after choices that were made one after the other. */
function after(...steps: Choices[]): string {
  const link = (query: string, choices: Choices) => {
    const before = readGroupsUrl(new URLSearchParams(query))
    return groupsHref('', { ...before, ...settleChoices(before, choices) })
  }
  return steps.reduce(link, '')
}

test.each<[string, Choices[], string]>([
  ['nothing to compare with', [{ activity: 'inactive' }, { compare: 'none' }], '?compare=none&activity=inactive'],
  [
    'the inactive where nothing is compared',
    [{ compare: 'none' }, { activity: 'inactive' }],
    '?compare=none&activity=inactive',
  ],
  [
    'something to compare with again',
    [{ compare: 'none' }, { activity: 'inactive' }, { compare: null }],
    '?activity=inactive&sort=previous_revenue',
  ],
  ['nothing to compare those with who are not back', [{ activity: 'not_back' }, { compare: 'none' }], '?compare=none'],
  [
    'those not back where nothing is compared',
    [{ compare: 'none' }, { activity: 'not_back' }],
    '?activity=not_back&sort=previous_revenue',
  ],
  [
    'those back again where nothing is compared',
    [{ compare: 'none' }, { visits: 'resurrected' }],
    '?visits=resurrected',
  ],
  ['nothing to compare those with who still come', [{ visits: 'continued' }, { compare: 'none' }], '?compare=none'],
  [
    'a comparison with the year before, kept',
    [{ compare: 'last_year' }, { activity: 'not_back' }],
    '?compare=last_year&activity=not_back&sort=previous_revenue',
  ],
  ['a sort by what was before, then nothing', [{ sort: 'previous_revenue' }, { compare: 'none' }], '?compare=none'],
  ['a sort by what was before where nothing is', [{ compare: 'none' }, { sort: 'previous_revenue' }], '?compare=none'],
  [
    'a sort of their own for other customers',
    [{ sort: 'name' }, { activity: 'not_back' }],
    '?activity=not_back&sort=name',
  ],
  ['other groups, which have no type of the time', [{ group_at: 'order' }, { group_by: 'rfm' }], '?group_by=rfm'],
])('%s makes a link that is understood', (_, steps, link) => {
  expect(after(...steps)).toBe(link)
  expect(notUnderstood(new URLSearchParams(link))).toEqual([])
})

test('a choice leaves alone what it has nothing to do with', () => {
  expect(settleChoices({ activity: 'not_back', sort: 'name' }, { period: '1year' })).toEqual({ period: '1year' })
})

test('what a link said in vain goes with the next choice', () => {
  expect(settleChoices({ compare: 'none', activity: 'not_back' }, { order_type: 'sales' })).toMatchObject({
    order_type: 'sales',
    activity: null,
  })
})
