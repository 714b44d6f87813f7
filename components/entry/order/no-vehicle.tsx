import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'

/** That the customer has no vehicle yet, and the way to add one: what was typed of the order stays in the tab. */
export function NoVehicle({ customerId }: { customerId: string }) {
  return (
    <div className="text-sm">
      <p className="font-medium">Vehicle</p>
      <div className="flex flex-wrap items-center gap-x-2">
        <p className="text-ink-soft">No vehicle is recorded.</p>
        <Link
          href={`/customers/${customerId}#vehicles`}
          prefetch={false}
          className={buttonStyle('quiet', 'text-accent')}
        >
          Add a vehicle
        </Link>
      </div>
    </div>
  )
}
