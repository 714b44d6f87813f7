import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'

export default function OrderNotFound() {
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-tight">There is no order at this address</h1>
      <p className="mt-2 text-ink-soft">
        The link may be mistyped, or the order belongs to a branch that is not among yours, or to another customer by
        now.
      </p>
      <Link href="/orders" className={buttonStyle('plain', 'mt-6')}>
        Go to Orders
      </Link>
    </>
  )
}
