import { z } from 'zod'

/** A count, of customers or orders. */
export const whole = z.int().min(0)

/** An amount in major units. */
export const money = z.number().min(0)

/** An instant in UTC, as 2026-03-31T20:15:00.000Z. */
export const isoInstant = z.iso.datetime()

/** The counted orders: the types add up to the total, the completed ones are among them. */
export const orderCounts = {
  total_orders: whole,
  service_orders: whole,
  sales_orders: whole,
  consultation_orders: whole,
  completed_orders: whole,
}

/** Which part of a list an answer holds: the page's number from 1, rows on a page, rows in all. */
export const pageSchema = z.object({ number: whole, size: whole, total: whole })
export type Page = z.infer<typeof pageSchema>
