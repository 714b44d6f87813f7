import { expect, test } from 'vitest'
import { readShortcut, SHORTCUTS } from './shortcuts'

const does = (key: string, begun: string | null = null) => {
  const pressed = readShortcut(key, begun)
  return pressed && 'found' in pressed ? pressed.found.does : pressed
}

test('no key does two things, and none begins another one that also does something', () => {
  const written = SHORTCUTS.map(({ keys }) => keys.join(' '))
  expect(new Set(written).size).toBe(written.length)
  for (const { keys } of SHORTCUTS) if (keys.length > 1) expect(written).not.toContain(keys[0])
})

test('every shortcut is found by its keys', () => {
  for (const { keys, does: words } of SHORTCUTS) {
    const [first, second] = [...keys, null]
    if (second) expect(does(first, null)).toEqual({ begun: first })
    expect(second ? does(second, first) : does(first)).toBe(words)
  }
})

test('a key that does not follow counts by itself, and an unknown one does nothing', () => {
  expect(does('r', 'g')).toBe('Refresh the figures')
  expect(does('x')).toBeNull()
  expect(does('x', 'g')).toBeNull()
  expect(does('u')).toBeNull()
})
