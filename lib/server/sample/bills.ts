import type { OrderType } from '@/lib/definitions'
import type { Random } from '@/lib/seeded-random'

const VEHICLE_SALE_SHARE = 0.18

/** An amount in whole shillings: services mostly 80,000 to 900,000, sales up to some tens of millions. */
export function billed(random: Random, type: OrderType, factor: number): number {
  if (type === 'consultation') return random.chance(0.45) ? 0 : random.whole(4, 30) * 5_000
  if (type === 'service') return rounded(around(random, 240_000 * factor, 0.55, 45_000, 2_400_000), 500)
  if (random.chance(VEHICLE_SALE_SHARE)) return rounded(around(random, 17_000_000, 0.4, 6_500_000, 48_000_000), 50_000)
  return rounded(around(random, 750_000 * factor, 0.8, 60_000, 6_000_000), 500)
}

/** Drawn around a middle with a long upper tail (log-normal, by Box and Muller), kept within its bounds. */
function around(random: Random, middle: number, spread: number, least: number, most: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  return Math.min(most, Math.max(least, middle * Math.exp(spread * normal)))
}

function rounded(amount: number, step: number): number {
  return Math.round(amount / step) * step
}
