import { DoneScreen } from '@/components/entry/done-screen'
import type { SavedRegistration } from './use-registration'

type RegisteredScreenProps = {
  customerId: string
  orderId: string | null
  /** Null after a reload, which knows the ids alone. */
  saved: SavedRegistration | null
  onAnother: () => void
}

/** What was registered, and where to go on. */
export function RegisteredScreen({ customerId, orderId, saved, onAnother }: RegisteredScreenProps) {
  return (
    <DoneScreen
      title={
        saved?.name ? (
          <>
            <bdi>{saved.name}</bdi> is registered
          </>
        ) : (
          'The customer is registered'
        )
      }
      note={orderId === null ? 'Without an order.' : 'The order was taken with it.'}
      earlier={saved?.earlier ?? false}
      links={[
        { href: `/customers/${customerId}`, label: 'Open the profile' },
        ...(orderId === null ? [] : [{ href: `/customers/${customerId}/orders/${orderId}`, label: 'Open the order' }]),
        { href: `/orders/new?customer=${customerId}`, label: orderId === null ? 'Take an order' : 'Another order' },
      ]}
      another="Register another"
      onAnother={onAnother}
    />
  )
}
