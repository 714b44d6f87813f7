import { Users } from 'lucide-react'
import type { Membership } from '@/lib/customers/contract'
import { formatDate } from '@/lib/format/date'

/** Since when the customer is in its group, and in which it was before; nothing where it was always in the same. */
export function GroupHistory({ memberships, timeZone }: { memberships: readonly Membership[]; timeZone: string }) {
  const present = memberships.at(-1)
  if (!present?.since) return null
  return (
    <li className="flex min-h-10 items-start gap-3 py-2">
      <Users aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-soft" />
      <div className="min-w-0 wrap-anywhere">
        <bdi>{present.name}</bdi> since {formatDate(present.since, timeZone)}
        <ul aria-label="Groups before" className="text-ink-soft">
          {memberships
            .slice(0, -1)
            .reverse()
            .map(({ key, name, since, until }) => (
              <li key={`${key} ${since}`}>
                <bdi>{name}</bdi> {since ? `from ${formatDate(since, timeZone)} ` : ''}
                {until && `until ${formatDate(until, timeZone)}`}
              </li>
            ))}
        </ul>
      </div>
    </li>
  )
}
