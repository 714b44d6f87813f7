import { DoneScreen } from '@/components/entry/done-screen'
import type { SavedOrder } from './use-new-order'

type OrderMadeScreenProps = {
  customerId: string
  orderId: string
  /** Null after a reload, which knows the ids alone. */
  saved: SavedOrder | null
  onAnother: () => void
}

/** What was taken, and where to go on. */
export function OrderMadeScreen({ customerId, orderId, saved, onAnother }: OrderMadeScreenProps) {
  return (
    <DoneScreen
      title="The order is taken"
      note={
        saved?.name ? (
          <>
            For <bdi>{saved.name}</bdi>.
          </>
        ) : null
      }
      earlier={saved?.earlier ?? false}
      links={[
        { href: `/customers/${customerId}/orders/${orderId}`, label: 'Open the order' },
        { href: `/customers/${customerId}`, label: 'Open the profile' },
      ]}
      another="Another order"
      onAnother={onAnother}
    />
  )
}
