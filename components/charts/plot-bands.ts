import { scaleBand, scaleLinear } from '@visx/scale'

/** Room for the labels of the values, to the left of every plot. */
export const PLOT_LEFT = 44

const LEAST_TICK_HEIGHT = 48
/** A few places do not fill the width: a bar that is wider than it is high says nothing more. */
const MOST_STEP = 160

/** Where `count` places lie side by side between two edges, in pixels; each by its number from 0. */
export function placeBands(count: number, left: number, right: number) {
  const domain = Array.from({ length: count }, (_, place) => place)
  const width = Math.min(Math.max(right - left, 0), count * MOST_STEP)
  return scaleBand({ domain, range: [left, left + width], padding: 0.2 })
}
export type PlaceBands = ReturnType<typeof placeBands>

/** The middle of a place, in pixels. */
export function middleOf(bands: PlaceBands, place: number): number {
  return (bands(place) ?? 0) + bands.bandwidth() / 2
}

/** The place at a pixel; beyond the edges it is the first or the last. */
export function placeAt(bands: PlaceBands, pixel: number): number {
  const pointed = Math.floor((pixel - bands.range()[0]) / (bands.step() || 1))
  return Math.min(Math.max(pointed, 0), bands.domain().length - 1)
}

/** The places whose labels have `least` pixels each, the last one always among them. */
export function labelledPlaces(bands: PlaceBands, least: number): number[] {
  const places = bands.domain()
  const every = Math.max(1, Math.ceil(least / (bands.step() || least)))
  return places.filter((place) => (places.length - 1 - place) % every === 0)
}

/** The scale of values from 0 to a round number over `most`, and the few of them that are labelled. */
export function valueScale(most: number, height: number, wholeOnly: boolean) {
  const count = Math.max(2, Math.floor(height / LEAST_TICK_HEIGHT))
  const y = scaleLinear({ domain: [0, most > 0 ? most : 1], range: [height, 0], nice: count })
  const ticks = y.ticks(count).filter((tick) => !wholeOnly || Number.isInteger(tick))
  return { y, ticks: most > 0 ? ticks : [0] }
}
export type ValueScale = ReturnType<typeof valueScale>
