import { expect, test } from 'vitest'
import { customDaysProblems } from './custom-days'

const TODAY = '2026-03-31'
const NOTHING = { from: null, to: null }

test.each([
  ['a range up to today', { from: '2026-03-01', to: TODAY }, NOTHING],
  ['today alone', { from: TODAY, to: TODAY }, NOTHING],
  ['a range that is still running', { from: '2026-03-01', to: '2026-12-31' }, NOTHING],
])('%s is good', (_, days, problems) => expect(customDaysProblems(days, TODAY)).toEqual(problems))

test.each([
  ['no days', { from: '', to: '' }, 'Enter the first day, as 2026-03-31.', 'Enter the last day, as 2026-03-31.'],
  ['a day that does not exist', { from: '2026-02-30', to: TODAY }, 'The first day must be a day, as 2026-03-31.', null],
  [
    'a year out of range',
    { from: '1899-12-31', to: '9999-01-01' },
    'The first day must lie in 1900 to 2199.',
    'The last day must lie in 1900 to 2199.',
  ],
  ['days in the wrong order', { from: '2026-03-02', to: '2026-03-01' }, null, 'The last day is before the first.'],
  ['a range that has not begun', { from: '2026-04-01', to: '2026-04-30' }, 'The first day has not come yet.', null],
])('of %s it is said what is wrong', (_, days, from, to) => {
  expect(customDaysProblems(days, TODAY)).toEqual({ from, to })
})
