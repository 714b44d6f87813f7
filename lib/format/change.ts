import { formatDecimal } from './number'

export type Change = { direction: 'up' | 'down' | 'none'; words: string; spoken: string }

/** How a figure is written: a count, or an amount with its decimals. */
export type FigureFormat = (value: number) => string

/**
 * How a figure stands against the one that it is compared with, (current − previous) / previous and by how much: "+12 %,
 * +1,200", from zero "new, +5", and "no change" where both are equal; `spoken` are the same words for those who listen.
 * One decimal below 10 %, whole percents above; a change is never rounded to none, nor a fall to one that
 * leaves nothing.
 */
export function describeChange(current: number, previous: number, format: FigureFormat): Change {
  if (current === previous)
    return { direction: 'none', words: 'no change', spoken: `no change from ${format(previous)}` }
  const up = current > previous
  const by = format(Math.abs(current - previous))
  const difference = `${up ? '+' : '−'}${by}`
  if (previous === 0) return { direction: 'up', words: `new, ${difference}`, spoken: `new, ${by} more than none` }
  const percent = inPercent((Math.abs(current - previous) / previous) * 100, !up)
  return {
    direction: up ? 'up' : 'down',
    words: `${up ? '+' : '−'}${percent} %, ${difference}`,
    spoken: `${up ? 'up' : 'down'} ${percent.replace('<', 'less than ').replace('>', 'more than ')} per cent, ${by} ${up ? 'more' : 'less'} than ${format(previous)}`,
  }
}

function inPercent(percent: number, isFall: boolean): string {
  if (percent < 0.05) return '<0.1'
  if (isFall && percent > 99 && percent < 100) return '>99'
  return percent < 9.95 ? formatDecimal(percent, 1).replace(/\.0$/, '') : formatDecimal(percent, 0)
}
