/** A stream of pseudo-random choices, the same for the same seed on every machine. Never for secrets. */
export type Random = {
  /** From 0 to below 1. */
  next(): number
  /** A whole number, both ends included. */
  whole(first: number, last: number): number
  chance(probability: number): boolean
  /** Throws RangeError where there is nothing to pick from. */
  pick<T>(choices: readonly T[]): T
  /** Picks a key in proportion to its weight. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are enough for some hundred thousand draws. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A stream for a seed; each part of the sample has its own, so that one more draw in a part leaves the others alone. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const whole = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  const pick = <T>(choices: readonly T[]): T => {
    const chosen = choices[whole(0, choices.length - 1)]
    if (chosen === undefined) throw new RangeError('there is nothing to pick from')
    return chosen
  }
  const weighted = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const keys: K[] = []
    for (const key in weights) keys.push(key)
    const chosen = keys[createSampler(keys.map((key) => weights[key]))(next())]
    if (chosen === undefined) throw new RangeError('there is nothing to pick from')
    return chosen
  }
  return { next, whole, chance: (probability) => next() < probability, pick, weighted }
}

/** From a number in [0, 1) to an index, in proportion to the weights; made once, it answers in logarithmic time. */
export function createSampler(weights: readonly number[]): (position: number) => number {
  let total = 0
  const ends = weights.map((weight) => {
    total += weight
    return total
  })
  return (position) => {
    let low = 0
    let high = ends.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > position * total) high = middle
      else low = middle + 1
    }
    return low
  }
}
