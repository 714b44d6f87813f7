import { describe, expect, test } from 'vitest'
import { labelledPlaces, middleOf, placeAt, placeBands, valueScale } from './plot-bands'

describe('the places of a plot', () => {
  test('are found by their pixels, and beyond the edges the nearest one', () => {
    const bands = placeBands(24, 44, 600)
    for (const place of bands.domain()) expect(placeAt(bands, middleOf(bands, place))).toBe(place)
    expect(placeAt(bands, 0)).toBe(0)
    expect(placeAt(bands, 9_999)).toBe(23)
  })

  test('are found also where there is no width', () => {
    expect(placeAt(placeBands(3, 44, 0), 100)).toBe(2)
  })

  test('do not fill the width where there are few', () => {
    expect(placeBands(1, 44, 1_200).range()).toEqual([44, 204])
  })

  test('have labels that do not touch, the last one always', () => {
    const bands = placeBands(26, 44, 320)
    const labelled = labelledPlaces(bands, 52)
    expect(labelled.at(-1)).toBe(25)
    expect(middleOf(bands, labelled[1] ?? 0) - middleOf(bands, labelled[0] ?? 0)).toBeGreaterThanOrEqual(52)
    expect(labelledPlaces(placeBands(3, 44, 600), 52)).toEqual([0, 1, 2])
  })
})

describe('the scale of values', () => {
  test('goes from 0 to a round number over the highest value', () => {
    const { y, ticks } = valueScale(97, 200, true)
    expect(y.domain()).toEqual([0, 100])
    expect(ticks).toEqual([0, 20, 40, 60, 80, 100])
  })

  test('labels no half of a customer, and nothing but 0 where all is 0', () => {
    expect(valueScale(1, 200, true).ticks).toEqual([0, 1])
    expect(valueScale(0, 200, false).ticks).toEqual([0])
  })
})
