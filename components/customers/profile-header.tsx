import { ArrowLeft, CirclePlus, Merge, Pencil, UserX } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import { Notice } from '@/components/ui/notice'
import type { CustomerProfile } from '@/lib/customers/contract'
import { formatDate } from '@/lib/format/date'
import { may, type Role } from '@/lib/roles'
import type { WayBack } from '@/lib/url/profile-url'

type Customer = CustomerProfile['customer']
type ProfileHeaderProps = { customer: Customer; tint: string; back: WayBack; role: Role; timeZone: string }

/** The way back to the list as it was left, the name, the group in its colour, and what the reader may do. */
export function ProfileHeader({ customer, tint, back, role, timeZone }: ProfileHeaderProps) {
  return (
    <header>
      <Link
        href={back.href}
        className="-ml-2 inline-flex h-10 items-center gap-2 rounded px-2 text-ink-soft text-sm hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        {back.name}
      </Link>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-3">
        <h1 className="min-w-0 wrap-anywhere font-semibold text-2xl tracking-tight">
          <bdi>{customer.full_name}</bdi>
        </h1>
        <span className={`${tint} inline-flex items-center gap-2 rounded-full border bg-surface px-3 py-1 text-sm`}>
          <span aria-hidden="true" className="size-2.5 rounded-full bg-(--tint)" />
          <bdi>{customer.group.name}</bdi>
        </span>
        {customer.erased_at === null && <Ways id={customer.id} role={role} />}
      </div>
      {customer.erased_at !== null && (
        <div className="mt-4">
          <Notice icon={UserX}>
            This person was erased on request on {formatDate(customer.erased_at, timeZone)}. Nothing that names them is
            left; their orders stay in every figure.
          </Notice>
        </div>
      )}
    </header>
  )
}

function Ways({ id, role }: { id: string; role: Role }) {
  if (!may(role, 'enter')) return null
  return (
    <nav aria-label="What can be done" className="flex flex-wrap gap-2 sm:ml-auto">
      <Link href={`/orders/new?customer=${id}`} className={buttonStyle('primary')}>
        <CirclePlus aria-hidden="true" className="size-4" />
        New order
      </Link>
      <Link href={`/customers/${id}/edit`} className={buttonStyle()}>
        <Pencil aria-hidden="true" className="size-4" />
        Edit
      </Link>
      {may(role, 'edit') && (
        <Link href={`/customers/${id}/merge`} className={buttonStyle()}>
          <Merge aria-hidden="true" className="size-4" />
          Merge
        </Link>
      )}
    </nav>
  )
}
