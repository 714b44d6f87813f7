/** What was measured of one way: milliseconds, and how many rounds they are from. */
export type Timing = { name: string; p50: number; p95: number; rounds: number }
export type Way = { name: string; run(): Promise<unknown> }

/**
 * Runs every way once a round, so that whatever else the machine does falls on all alike. The first round warms the
 * caches and is not counted.
 */
export async function measure(ways: readonly Way[], rounds: number): Promise<Timing[]> {
  const taken = ways.map(({ name }) => ({ name, ms: [] as number[] }))
  for (let round = 0; round <= rounds; round++) {
    for (const [index, way] of ways.entries()) {
      const begun = performance.now()
      await way.run()
      if (round > 0) taken[index]?.ms.push(performance.now() - begun)
    }
  }
  return taken.map(({ name, ms }) => ({ name, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95), rounds }))
}

/** The smallest value that the given share of values does not exceed. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
