import { z } from 'zod'
import {
  type CustomerFigures,
  customerFiguresSchema,
  type MonthFigures,
  membershipSchema,
  monthFiguresSchema,
  noteSchema,
  type ProfileOrder,
  profileCustomerSchema,
  profileOrderSchema,
  vehicleSchema,
} from '@/lib/customers/contract'
import { toMajor } from '@/lib/money'
import { instant, whole } from './row-values'

const figuresRow = customerFiguresSchema
  .omit({ revenue: true, first_order_date: true, last_order_date: true })
  .extend({ revenue_minor: whole, first_order_at: instant.nullable(), last_order_at: instant.nullable() })

const orderRow = profileOrderSchema.omit({ amount: true }).extend({ ordered_at: instant, amount_minor: whole })

const monthRow = monthFiguresSchema.omit({ revenue: true }).extend({ revenue_minor: whole })

const customerRow = profileCustomerSchema.extend({
  registered_at: instant,
  erased_at: instant.nullable(),
  memberships: z.array(membershipSchema.extend({ since: instant.nullable(), until: instant.nullable() })),
  vehicles: z.array(vehicleSchema.extend({ retired_at: instant.nullable() })),
  notes: z.array(noteSchema.extend({ created_at: instant })),
})

/** What the statement of a profile gives back: amounts in minor units. */
export const profileRow = z.object({
  customer: customerRow.nullable(),
  in_period: figuresRow,
  lifetime: figuresRow,
  months: z.array(monthRow),
  order_count: whole,
  orders: z.array(orderRow),
})

/** Figures as the contract has them; `digits` are the currency's. */
export function toProfileFigures(row: z.output<typeof figuresRow>, digits: number): CustomerFigures {
  const { revenue_minor, first_order_at, last_order_at, ...counts } = row
  return {
    ...counts,
    revenue: toMajor(revenue_minor, digits),
    first_order_date: first_order_at,
    last_order_date: last_order_at,
  }
}

/** An order as the contract has it; `digits` are the currency's. */
export function toProfileOrder({ amount_minor, ...order }: z.output<typeof orderRow>, digits: number): ProfileOrder {
  return { ...order, amount: toMajor(amount_minor, digits) }
}

/** A month as the contract has it; `digits` are the currency's. */
export function toMonthFigures({ revenue_minor, ...month }: z.output<typeof monthRow>, digits: number): MonthFigures {
  return { ...month, revenue: toMajor(revenue_minor, digits) }
}
