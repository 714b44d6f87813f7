import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { CustomerProfile } from '@/lib/customers/contract'

type ProfileHeaderProps = { customer: CustomerProfile['customer']; tint: string; backHref: string }

/** The way back to the list as it was left, the name, and the group in its colour. */
export function ProfileHeader({ customer, tint, backHref }: ProfileHeaderProps) {
  return (
    <header>
      <Link
        href={backHref}
        className="-ml-2 inline-flex h-10 items-center gap-2 rounded px-2 text-ink-soft text-sm hover:text-ink"
      >
        <ArrowLeft aria-hidden="true" className="size-4" />
        Customer groups
      </Link>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 wrap-anywhere font-semibold text-2xl tracking-tight">
          <bdi>{customer.full_name}</bdi>
        </h1>
        <span className={`${tint} inline-flex items-center gap-2 rounded-full border bg-surface px-3 py-1 text-sm`}>
          <span aria-hidden="true" className="size-2.5 rounded-full bg-(--tint)" />
          <bdi>{customer.group.name}</bdi>
        </span>
      </div>
    </header>
  )
}
