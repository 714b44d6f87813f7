'use client'

import { useParentSize } from '@visx/responsive'
import { type PointerEvent, type ReactNode, useState } from 'react'
import { PLOT_LEFT, type PlaceBands, placeAt, placeBands } from './plot-bands'

/** The width that the page is made with, before the place that there is has been measured. */
const WIDTH_BEFORE = 600

/** The place of a chart that is told in words: the last one until another is pointed at or chosen. */
export function useReadPlace(count: number) {
  const [chosen, setChosen] = useState<{ place: number; count: number } | null>(null)
  const read = (place: number | null) => setChosen(place === null ? null : { place, count })
  // Among another number of places, the same number would be another place.
  return { place: chosen?.count === count ? chosen.place : count - 1, read }
}

type PlotReaderProps = {
  /** What a place is, as "Month". */
  label: string
  count: number
  place: number
  /** The figures of the place. */
  inWords: string
  onRead: (place: number | null) => void
  /** Room that the plot leaves at its right. */
  rightOf?: (width: number) => number
  children: (width: number, bands: PlaceBands) => ReactNode
}

/** Draws a plot as wide as there is room, and lets its places be read by the pointer, by touch and by the arrow keys. */
export function PlotReader({ label, count, place, inWords, onRead, rightOf, children }: PlotReaderProps) {
  const { parentRef, width } = useParentSize({ initialSize: { width: WIDTH_BEFORE }, debounceTime: 50 })
  const bands = placeBands(count, PLOT_LEFT, width - (rightOf?.(width) ?? 0))
  const point = (event: PointerEvent<HTMLDivElement>) =>
    onRead(placeAt(bands, event.clientX - event.currentTarget.getBoundingClientRect().left))
  return (
    <div
      ref={parentRef}
      onPointerMove={point}
      onPointerDown={point}
      // What a finger has touched stays, for it has to be lifted to see.
      onPointerLeave={(event) => event.pointerType !== 'touch' && onRead(null)}
      className="relative mt-3 touch-pan-y rounded outline-accent outline-offset-4 has-[:focus-visible]:outline-2"
    >
      {children(width, bands)}
      <input
        type="range"
        aria-label={label}
        aria-valuetext={inWords}
        min={0}
        max={count - 1}
        value={place}
        onChange={(event) => onRead(Number(event.target.value))}
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
    </div>
  )
}
