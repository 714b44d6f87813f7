import { expect, test } from 'vitest'
import { createRandom } from '@/lib/seeded-random'
import { billed } from './bills'

const amounts = (type: 'service' | 'sales' | 'consultation') => {
  const random = createRandom(7)
  return Array.from({ length: 2000 }, () => billed(random, type, 1)).sort((a, b) => a - b)
}
const share = (all: number[], from: number, to: number) => all.filter((n) => n >= from && n <= to).length / all.length

test('services mostly cost 80,000 to 900,000, sales reach tens of millions, consultations end at 150,000', () => {
  expect(share(amounts('service'), 80_000, 900_000)).toBeGreaterThan(0.9)
  expect(amounts('sales').at(-1)).toBeGreaterThan(20_000_000)
  expect(share(amounts('sales'), 0, 5_000_000)).toBeGreaterThan(0.75)
  expect(share(amounts('consultation'), 0, 150_000)).toBe(1)
  expect(amounts('consultation')[0]).toBe(0)
})
