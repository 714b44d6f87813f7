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
import { NO_ORDER, orderTextsOf, type RegistrationTexts } from '@/lib/entry/registration-texts'

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
  onUse: () => void
}

/** A customer who may be the same, why, and the way to go on with them: what was typed of an order goes along. */
export function DuplicateCard({ customer, texts, personId, onUse }: DuplicateCardProps) {
  const nothingYet = texts['order.type'] === NO_ORDER
  const use = () => {
    onUse()
    if (typeOf(texts['order.type']) === null) return
    const known = { ...orderTextsOf(texts), customer_id: customer.id }
    keepDraft('order', personId, JSON.stringify(blankDraft(NEW_ORDER_FIELDS, known)))
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
        href={nothingYet ? `/customers/${customer.id}` : `/orders/new?customer=${customer.id}`}
        prefetch={false}
        onClick={use}
        className={buttonStyle('plain', 'mt-2')}
      >
        Use this customer
        <span className="sr-only"> {customer.full_name}</span>
      </Link>
    </li>
  )
}
