import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GROUP_COLORS } from '@/lib/group-colors'
import { groupTint } from './group-tint'

const css = readFileSync('app/globals.css', 'utf8')
/** What a graphical object needs against what it stands on, by WCAG 2.2. */
const LEAST_CONTRAST = 3
/** In OKLab times 100, where 2 is just seen side by side. */
const LEAST_DISTANCE = 7.5

type Rgb = readonly [number, number, number]

/** Machado, Oliveira and Fernandes 2009, the whole deficiency, on linear light. */
const VISIONS: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  'usual vision': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
}

describe.each([
  ['light', ':root'],
  ['dark', '.dark'],
])('in the %s theme', (_, selector) => {
  const theme = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? ''
  const hexOf = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(theme)?.[1] ?? ''
  const colors = GROUP_COLORS.map((color) => hexOf(`group-${color}`))

  test.each(['surface', 'ground'])('every colour stands out from the %s', (below) => {
    for (const color of colors) expect(contrast(color, hexOf(below)), color).toBeGreaterThanOrEqual(LEAST_CONTRAST)
  })

  test.each(Object.keys(VISIONS))('any two colours stay apart in %s', (vision) => {
    const seen = colors.map((color) => oklab(throughEyes(vision, linear(color))))
    const pairs = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => distance(one, other)))
    expect(pairs).toHaveLength(28)
    expect(Math.min(...pairs)).toBeGreaterThan(LEAST_DISTANCE)
  })
})

test('every colour has a class of its own, which the style sheet knows', () => {
  const classes = GROUP_COLORS.map(groupTint)
  expect(new Set(classes).size).toBe(GROUP_COLORS.length)
  for (const [index, name] of classes.entries()) {
    expect(css).toContain(`@utility ${name} {\n  --tint: var(--group-${index + 1});`)
  }
})

test('a colour that is not there is the first one', () => {
  expect([0, 9, 1.5].map(groupTint)).toEqual(['tint-1', 'tint-1', 'tint-1'])
})

function linear(hex: string): Rgb {
  const part = (from: number) => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [part(1), part(3), part(5)]
}

function contrast(one: string, other: string): number {
  const luminance = (hex: string) => dot([0.2126, 0.7152, 0.0722], linear(hex))
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function throughEyes(vision: string, color: Rgb): Rgb {
  const [red, green, blue] = VISIONS[vision] ?? fail(vision)
  const within = (row: Rgb) => Math.min(1, Math.max(0, dot(row, color)))
  return [within(red), within(green), within(blue)]
}

/** Ottosson's OKLab: https://bottosson.github.io/posts/oklab/ */
function oklab(color: Rgb): Rgb {
  const cones: Rgb = [
    Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], color)),
    Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], color)),
    Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], color)),
  ]
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], cones),
    dot([1.9779984951, -2.428592205, 0.4505937099], cones),
    dot([0.0259040371, 0.7827717662, -0.808675766], cones),
  ]
}

function distance(one: Rgb, other: Rgb): number {
  return 100 * Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

function dot(a: Rgb, b: Rgb): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function fail(vision: string): never {
  throw new Error(`there is no vision ${vision}`)
}
