import { expect, test } from 'vitest'
import { countLineBreaks } from './line-counter'
import { detectSeparator } from './separator'

test.each([
  ['a,b,c\n1;2;3;4;5', ','],
  ['a;b;c\n1,2,3,4,5', ';'],
  ['a\tb\tc\r\n', '\t'],
  ['"a,x,y";"b,z"\n', ';'],
  ['\r\n\na;b', ';'],
  ['"two\nlines, and more";b\n', ';'],
  ['alone\n1,2', ','],
])('%j is separated by %j', (start, separator) => {
  expect(detectSeparator(start)).toBe(separator)
})

test('line feeds, returns and both together each end one line', () => {
  expect(countLineBreaks('a\nb\r\nc\rd')).toBe(3)
})
