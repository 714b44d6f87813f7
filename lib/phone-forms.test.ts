import { describe, expect, test } from 'vitest'
import { arePhonesNear, phoneDigitForms } from './phone-forms'

/** What the look-up holds of a phone: the digits as they were recorded. */
const recorded = (phone: string) => phone.replaceAll(/[^0-9]/g, '')

describe('a number is found however it was recorded', () => {
  const WAYS = [
    '+255739445652',
    '0739 445 652',
    '739445652',
    '00255 739 445 652',
    '+255 (0) 739-44-56-52',
    '255739445652',
  ]
  test.each(WAYS)('asked as %s', (asked) => {
    for (const way of WAYS) expect(phoneDigitForms(asked, 'TZ'), way).toContain(recorded(way))
  })
})

test('a number of another country is found by its code, and by how it is dialled there', () => {
  expect(phoneDigitForms('+44 20 7946 0958', 'TZ')).toEqual(
    expect.arrayContaining(['442079460958', '02079460958', '00442079460958']),
  )
})

test('a number that can not be read is found by its digits', () => {
  expect(phoneDigitForms('0712 34', 'TZ')).toEqual(expect.arrayContaining(['071234', '71234']))
})

test.each(['', 'Asha', '1234', '٠١٢٣٤٥'])('%j asks for no phone', (text) => {
  expect(phoneDigitForms(text, 'TZ')).toEqual([])
})

test('a country that has no numbering plan changes nothing about the digits', () => {
  expect(phoneDigitForms('0739445652', 'XX')).toContain('0739445652')
})

describe('near phones', () => {
  test.each([
    ['one digit is another', '0739 445 652', '+255739445952'],
    ['the last digit is another', '0739445652', '0739445653'],
    ['two neighbours changed places', '0739445652', '0739445562'],
    ['the first two changed places', '0739445652', '0379445652'],
    ['a digit is missing', '0739445652', '073945652'],
    ['the last digit is missing', '+255739445652', '+25573944565'],
    ['a digit too many', '0739445652', '07394456522'],
  ])('%s', (_, one, other) => {
    expect(arePhonesNear(one, other, 'TZ')).toBe(true)
    expect(arePhonesNear(other, one, 'TZ')).toBe(true)
  })

  test.each([
    ['the same in two forms', '0739445652', '+255 739 445 652'],
    ['two digits are others', '0739445652', '0739445999'],
    ['two that are no neighbours changed places', '0739445652', '0759443652'],
    ['two digits are missing', '0739445652', '07394456'],
    ['nothing is known', '0739445652', ''],
    ['another country', '0739445652', '+44739445652'],
  ])('not near: %s', (_, one, other) => {
    expect(arePhonesNear(one, other, 'TZ')).toBe(false)
    expect(arePhonesNear(other, one, 'TZ')).toBe(false)
  })
})
