import type { ReactNode, Ref } from 'react'
import { Section } from '@/components/layout/section'
import { Amount } from '@/components/ui/amount'
import { Badge } from '@/components/ui/badge'
import { Moment } from '@/components/ui/moment'
import type { Business } from '@/lib/business'
import type { OrderStatus } from '@/lib/definitions'
import { formatDate } from '@/lib/format/date'
import { ORDER_SOURCE_WORDS, ORDER_STATUS_WORDS, ORDER_TYPE_WORDS } from '@/lib/format/words'
import { detailLines, type OrderWords } from '@/lib/orders/changes-in-words'
import type { Order } from '@/lib/orders/contract'

const TONES: Record<OrderStatus, 'plain' | 'good' | 'warn' | 'bad'> = {
  created: 'plain',
  in_progress: 'warn',
  completed: 'good',
  cancelled: 'bad',
}

type OrderSummaryProps = {
  order: Order
  business: Business
  words: OrderWords
  headingRef: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** What an order is, and below it what can be done with it. */
export function OrderSummary({ order, business, words, headingRef, children }: OrderSummaryProps) {
  const { timeZone, currency, currencyDigits } = business
  const plate = order.vehicle_id === null ? null : (words.plates.get(order.vehicle_id) ?? order.vehicle?.plate)
  return (
    <Section title="What it is" headingRef={headingRef}>
      <dl className="grid grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-3 text-sm">
        <Line label="State">
          <Badge tone={TONES[order.status]}>{ORDER_STATUS_WORDS[order.status]}</Badge>
        </Line>
        <Line label="Type">{ORDER_TYPE_WORDS[order.type]}</Line>
        <Line label={`Amount, ${currency}`}>
          <span className="font-medium tabular-nums">
            <Amount value={order.amount} digits={currencyDigits} />
          </span>
        </Line>
        <Line label="Date">
          {formatDate(order.ordered_at, timeZone)} {order.backdated && <Badge tone="warn">Back-dated</Badge>}
        </Line>
        <Line label="Branch">
          <bdi>{order.branch.name}</bdi>
        </Line>
        <Line label="Vehicle">{plate ? <bdi className="font-mono">{plate}</bdi> : 'none'}</Line>
        {detailLines(order.details).map(([label, text]) => (
          <Line key={label} label={label.slice(0, 1).toUpperCase() + label.slice(1)}>
            <bdi>{text}</bdi>
          </Line>
        ))}
        {order.description !== null && (
          <Line label="Description">
            <span dir="auto" className="block whitespace-pre-wrap">
              {order.description}
            </span>
          </Line>
        )}
        <Line label="Entered">
          <Moment at={order.created_at} timeZone={timeZone} />, {ORDER_SOURCE_WORDS[order.source]}
          {order.external_id && (
            <>
              , <bdi>{order.external_id}</bdi>
            </>
          )}
        </Line>
      </dl>
      {children}
    </Section>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{label}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  )
}
