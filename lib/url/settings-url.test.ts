import { expect, test } from 'vitest'
import { movedHref, readMoved } from './settings-url'

test('what was moved survives its link; anything else is nothing', () => {
  const moved = { moved: 12, from: 'personal', to: 'taxi-drivers' }
  expect(readMoved(new URL(movedHref(moved), 'http://x').searchParams)).toEqual(moved)
  for (const query of [
    '',
    'moved=x&from=a&to=b',
    'moved=-1&from=a&to=b',
    'moved=0&from=a&to=b',
    'moved=10000001&from=a&to=b',
    'moved=1&from=a',
  ])
    expect(readMoved(new URLSearchParams(query))).toBeNull()
})
