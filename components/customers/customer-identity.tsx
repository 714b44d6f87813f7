import { Building2, CarFront, Hash, House, Mail, MapPin, Phone, ReceiptText } from 'lucide-react'
import type { ReactNode } from 'react'
import { Section } from '@/components/layout/section'
import type { Business } from '@/lib/business'
import type { CustomerProfile } from '@/lib/customers/contract'
import { formatDate } from '@/lib/format/date'
import { PERSON_ROLE_WORDS } from '@/lib/format/words'
import { GroupHistory } from './group-history'

type Customer = CustomerProfile['customer']

/** Who the customer is and how to reach them. */
export function CustomerIdentity({ customer, business }: { customer: Customer; business: Business }) {
  const { organization_name, phone, email, address, tax_number, person_role, external_id, home_branch } = customer
  return (
    <Section title="Contact">
      <ul className="-mt-2 text-sm">
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
        {address && (
          <Line icon={<MapPin className="size-4" />}>
            <span className="whitespace-pre-line">{address}</span>
          </Line>
        )}
        {!phone && !email && !address && <li className="py-2 text-ink-soft">No contact is recorded.</li>}
        {tax_number && <Line icon={<ReceiptText className="size-4" />}>{tax_number} (tax number)</Line>}
        {person_role && (
          <Line icon={<CarFront className="size-4" />}>{PERSON_ROLE_WORDS[person_role]} of what they bring</Line>
        )}
        <Line icon={<House className="size-4" />}>{home_branch.name} (home branch)</Line>
        <Line icon={<Hash className="size-4" />}>
          {external_id ? `${external_id}, registered` : 'Registered'}{' '}
          {formatDate(customer.registered_at, business.timeZone)}
        </Line>
        <GroupHistory memberships={customer.memberships} timeZone={business.timeZone} />
      </ul>
    </Section>
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
