import Link from 'next/link'
import type { GroupCustomer } from '@/lib/customer-groups/contract'

/** Who a row is of. The name is the link; it covers the whole row. */
export function CustomerCell({ customer, href }: { customer: GroupCustomer; href: string }) {
  const below = [customer.organization_name, customer.phone].filter((text) => text !== null)
  return (
    <>
      <Link href={href} prefetch={false} className="font-medium after:absolute after:inset-0">
        <bdi className="wrap-anywhere line-clamp-2">{customer.full_name}</bdi>
      </Link>
      <span className="block truncate text-ink-soft text-xs">
        {below.map((text, place) => (
          <span key={text}>
            {place > 0 && ' · '}
            <bdi>{text}</bdi>
          </span>
        ))}
      </span>
    </>
  )
}
