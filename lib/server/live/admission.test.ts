import { expect, test } from 'vitest'
import { makeAdmission } from './admission'

const PLACE = expect.any(Function)

/** Takes a place that there is; resolves to the way to give it back. */
function taken(place: (() => void) | string): () => void {
  if (typeof place === 'string') throw new Error(`refused: ${place}`)
  return place
}

test('a person past their limit is refused, and another is not', () => {
  const { admit } = makeAdmission({ perProcess: 10, perPerson: 2 })
  admit('person asha')
  const release = taken(admit('person asha'))
  expect(admit('person asha')).toBe('perPerson')
  expect(admit('key asha')).toEqual(PLACE)
  release()
  expect(admit('person asha')).toEqual(PLACE)
  expect(admit('person asha')).toBe('perPerson')
})

test('past the limit of the process everybody is refused', () => {
  const { admit } = makeAdmission({ perProcess: 2, perPerson: 2 })
  admit('person asha')
  const release = taken(admit('person neema'))
  expect(admit('person zawadi')).toBe('perProcess')
  release()
  expect(admit('person zawadi')).toEqual(PLACE)
})

test('a place is given back once, however often that is asked', () => {
  const { admit } = makeAdmission({ perProcess: 2, perPerson: 2 })
  const release = taken(admit('person asha'))
  admit('person asha')
  release()
  release()
  expect(admit('person asha')).toEqual(PLACE)
  expect(admit('person asha')).toBe('perPerson')
})
