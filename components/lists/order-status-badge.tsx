import { Badge } from '@/components/ui/badge'
import type { OrderStatus } from '@/lib/definitions'
import { ORDER_STATUS_WORDS } from '@/lib/format/words'

const TONES = { created: 'plain', in_progress: 'warn', completed: 'good', cancelled: 'bad' } as const

/** What has become of an order. */
export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  return <Badge tone={TONES[status]}>{ORDER_STATUS_WORDS[status]}</Badge>
}
