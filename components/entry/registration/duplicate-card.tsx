import Link from 'next/link'
import type { z } from 'zod'
import { groupTint } from '@/components/customer-groups/group-tint'
import { keepDraft } from '@/components/entry/draft-storage'
import { FoundCustomerLines } from '@/components/entry/found-customer-lines'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import type { DuplicateReason, duplicatesSchema } from '@/lib/customers/finding'
import { blankDraft } from '@/lib/entry/draft'
import { NEW_ORDER_FIELDS } from '@/lib/entry/new-order-texts'
import { typeOf } from '@/lib/entry/order-texts'
import { NO_ORDER, orderOfKnown, type RegistrationTexts } from '@/lib/entry/registration-texts'

const REASON_WORDS: Record<DuplicateReason, string> = {
  phone: 'Same phone',
  email: 'Same e-mail',
  plate: 'Same plate',
  tax_number: 'Same tax number',
  name_and_near_phone: 'Same name, similar phone',
}

type DuplicateCardProps = {
  customer: z.infer<typeof duplicatesSchema>['customers'][number]
  texts: RegistrationTexts
  personId: string
  /** Whether the registration may be saved already, and its order with it: that is not taken again. */
  unsure: boolean
  onUse: () => void
}

/** A customer who may be the same, why, and the way to go on with them: what was typed of an order goes along. */
export function DuplicateCard({ customer, texts, personId, unsure, onUse }: DuplicateCardProps) {
  const nothingYet = texts['order.type'] === NO_ORDER
  const use = () => {
    if (unsure) return
    const order = { ...orderOfKnown(texts, customer.vehicles), customer_id: customer.id }
    const carried =
      typeOf(texts['order.type']) === null ||
      keepDraft({ kind: 'order', personId, about: customer.id }, blankDraft(NEW_ORDER_FIELDS, order))
    if (carried) onUse()
  }
  return (
    <li className={`${groupTint(customer.group.color)} border-(--tint) border-l-[3px] pl-3`}>
      <FoundCustomerLines customer={customer} />
      <div className="mt-1.5 flex flex-wrap gap-1">
        {customer.reasons.map((reason) => (
          <Badge key={reason} tone="warn">
            {REASON_WORDS[reason]}
          </Badge>
        ))}
      </div>
      <Link
        href={nothingYet || unsure ? `/customers/${customer.id}` : `/orders/new?customer=${customer.id}`}
        prefetch={false}
        onClick={use}
        className={buttonStyle('plain', 'mt-2')}
      >
        {unsure ? 'Open the profile' : 'Use this customer'}
        <span className="sr-only"> {customer.full_name}</span>
      </Link>
    </li>
  )
}
