import type { CustomerProfile } from '@/lib/customers/contract'

/** What the customer brings in; vehicles that they no longer have are marked. */
export function CustomerVehicles({ vehicles }: { vehicles: CustomerProfile['customer']['vehicles'] }) {
  return (
    <section aria-labelledby="vehicles-heading" className="rounded-box border bg-surface p-5">
      <h2 id="vehicles-heading" className="font-semibold text-sm">
        Vehicles
      </h2>
      {vehicles.length === 0 ? (
        <p className="mt-2 py-2 text-ink-soft text-sm">No vehicle is recorded.</p>
      ) : (
        <ul className="mt-2 text-sm">
          {vehicles.map((vehicle) => (
            <li key={vehicle.id} className="flex min-h-10 flex-wrap items-center gap-x-3 border-t first:border-t-0">
              <span className="font-medium font-mono">{vehicle.plate}</span>
              <span className="text-ink-soft">
                {[vehicle.make, vehicle.model, vehicle.year].filter((part) => part !== null).join(' ')}
              </span>
              {vehicle.retired_at && <span className="text-ink-soft text-xs">no longer theirs</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
