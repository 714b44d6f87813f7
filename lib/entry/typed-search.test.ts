import { expect, it } from 'vitest'
import { textsFromSearch } from './typed-search'

it.each([
  ['asha@mushi.example', { email: 'asha@mushi.example' }],
  ['+255 712 345 678', { phone: '+255 712 345 678' }],
  ['0712-345-678', { phone: '0712-345-678' }],
  ['t 123 abc', { 'vehicle.plate': 'T 123 ABC' }],
  ['  Asha Mushi ', { full_name: 'Asha Mushi' }],
  ['الشركة', { full_name: 'الشركة' }],
  [' ', {}],
])('what was searched for as %j belongs into %j', (typed, texts) => {
  expect(textsFromSearch(typed)).toEqual(texts)
})
