import type { FoundCustomer } from '@/lib/customers/finding'

/** "T 123 ABC Toyota Hilux", as far as it is known. */
export function vehicleWords({ plate, make, model }: FoundCustomer['vehicles'][number]): string {
  return [plate, make, model].filter(Boolean).join(' ')
}
