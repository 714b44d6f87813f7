import { z } from 'zod'
import { toGroupedMeta } from '@/db/queries/answer-meta'
import { instant, whole } from '@/db/queries/row-values'
import {
  CUSTOMER_REASONS,
  type ExplanationAnswer,
  explainedCustomerSchema,
  explainedGroupSchema,
  explainedNameSchema,
  explainedOrderSchema,
  ORDER_REASONS,
} from '@/lib/customer-groups/explanation/contract'
import { hasAmounts, isSumOfCustomers } from '@/lib/customer-groups/explanation/figures'
import { toMajor } from '@/lib/money'
import type { AskedFigure } from './asked-figure'
import { toFigure } from './explained-figure'
import { toValues, valuesRow } from './explained-values-row'

const orderItem = explainedOrderSchema.omit({ amount: true }).extend({ ordered_at: instant, amount_minor: whole })
const customerItem = explainedCustomerSchema.omit({ revenue: true, previous: true, amount: true }).extend({
  revenue_minor: whole,
  previous_orders: whole,
  previous_revenue_minor: whole,
  amount_minor: whole.nullable(),
})

const rowsBy = <Kind extends string, Item extends z.ZodType, Reason extends string>(
  kind: Kind,
  item: Item,
  reasons: readonly [Reason, ...Reason[]],
) =>
  z.object({
    kind: z.literal(kind),
    sums: z.object({ count: whole, sum: whole.nullable() }),
    items: z.array(item),
    judged: z.array(z.object({ reason: z.enum(reasons).nullable(), count: whole })),
  })
const orderRows = rowsBy('orders', orderItem, ORDER_REASONS)
const customerRows = rowsBy('customers', customerItem, CUSTOMER_REASONS)

/** An explanation as it is read; amounts in minor units, and what is in the figure has no reason. */
export const explanationRow = z.object({
  values: valuesRow,
  group: explainedGroupSchema.nullable(),
  customer: explainedNameSchema.nullable(),
  rows: z.discriminatedUnion('kind', [orderRows, customerRows]),
})
type ExplanationRow = z.output<typeof explanationRow>

/** The explanation as the contract has it. */
export function toExplanation(
  asked: AskedFigure,
  row: ExplanationRow,
  shown: ExplanationAnswer['sql'],
): ExplanationAnswer {
  const { params, place, frame, grouping, days, part } = asked
  return {
    success: true,
    figure: params.figure,
    at: params.at,
    place,
    group: row.group,
    customer: row.customer,
    part: part?.bucket ?? null,
    ...toFigure(asked, toValues(row.values, asked)),
    days,
    rows: toRows(asked, row.rows),
    sql: shown,
    meta: { ...toGroupedMeta(frame, params, grouping), activity: params.activity },
  }
}

function toRows({ params, place, frame }: AskedFigure, rows: ExplanationRow['rows']): ExplanationAnswer['rows'] {
  const major = (minor: number) => toMajor(minor, frame.currencyDigits)
  const page = { number: params.page, size: params.page_size, total: rows.sums.count }
  if (rows.kind === 'orders')
    return {
      kind: 'orders',
      page,
      sum: major(rows.sums.sum ?? 0),
      items: rows.items.map(({ amount_minor, ...order }) => ({ ...order, amount: major(amount_minor) })),
      ...judgedIn(rows.judged, ORDER_REASONS),
    }
  return {
    kind: 'customers',
    page,
    sum: hasAmounts(params.figure, place) ? major(rows.sums.sum ?? 0) : null,
    items: rows.items.map(({ revenue_minor, previous_orders, previous_revenue_minor, amount_minor, ...customer }) => ({
      ...customer,
      revenue: major(revenue_minor),
      previous: isSumOfCustomers(params.figure)
        ? { orders: previous_orders, revenue: major(previous_revenue_minor) }
        : null,
      amount: amount_minor === null ? null : major(amount_minor),
    })),
    ...judgedIn(rows.judged, CUSTOMER_REASONS),
  }
}

/** What was left out in the order of its reasons, and with what was counted all that was looked at. */
function judgedIn<Reason extends string>(
  judged: readonly { reason: Reason | null; count: number }[],
  reasons: readonly Reason[],
) {
  const left_out = reasons.flatMap((reason) =>
    judged.flatMap((one) => (one.reason === reason ? [{ reason, count: one.count }] : [])),
  )
  return { left_out, considered: judged.reduce((all, { count }) => all + count, 0) }
}
