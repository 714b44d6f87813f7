import { Building2, Hash, Mail, MapPin, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Business } from '@/lib/business'
import type { CustomerProfile } from '@/lib/customers/contract'
import { formatDate } from '@/lib/format/date'

type Customer = CustomerProfile['customer']

/** Who the customer is and how to reach them. */
export function CustomerIdentity({ customer, business }: { customer: Customer; business: Business }) {
  const { organization_name, phone, email, external_id, home_branch, registered_at } = customer
  return (
    <section aria-labelledby="contact-heading" className="rounded-box border bg-surface p-5">
      <h2 id="contact-heading" className="font-semibold text-sm">
        Contact
      </h2>
      <ul className="mt-2 text-sm">
        {organization_name && <Line icon={<Building2 className="size-4" />}>{organization_name}</Line>}
        {phone && (
          <Line icon={<Phone className="size-4" />}>
            <a href={`tel:${phone.replaceAll(/[^0-9+]/g, '')}`} className={LINK}>
              {phone}
            </a>
          </Line>
        )}
        {email && (
          <Line icon={<Mail className="size-4" />}>
            <a href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`} className={LINK}>
              {email}
            </a>
          </Line>
        )}
        {!organization_name && !phone && !email && <li className="py-2 text-ink-soft">No contact is recorded.</li>}
        <Line icon={<MapPin className="size-4" />}>{home_branch.name} (home branch)</Line>
        <Line icon={<Hash className="size-4" />}>
          {external_id ? `${external_id}, registered` : 'Registered'} {formatDate(registered_at, business.timeZone)}
        </Line>
      </ul>
    </section>
  )
}

const LINK = 'inline-flex min-h-10 items-center text-accent underline-offset-4 hover:underline'

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex min-h-10 items-center gap-3">
      <span aria-hidden="true" className="shrink-0 text-ink-soft">
        {icon}
      </span>
      <bdi className="wrap-anywhere min-w-0">{children}</bdi>
    </li>
  )
}
