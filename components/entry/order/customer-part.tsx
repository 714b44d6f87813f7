import { CustomerFinder } from '@/components/entry/finder/customer-finder'
import { Skeleton } from '@/components/ui/skeleton'
import type { NewOrderTexts } from '@/lib/entry/new-order-texts'
import { ChosenCustomer } from './chosen-customer'
import { RegisterInPlace } from './register-in-place'
import type { NewOrderState } from './use-new-order'

type CustomerPartProps = { order: NewOrderState; texts: NewOrderTexts; personId: string }

/** Whose order it is: found while typing, or registered in place. */
export function CustomerPart({ order, texts, personId }: CustomerPartProps) {
  const { choose, form, kept } = order
  const { customer, notFound, reading, search, setSearch, moved } = order.chosen
  const { pending } = order.submission
  if (customer)
    return <ChosenCustomer customer={customer} focused={moved} disabled={pending} onChange={() => choose(null)} />
  if (reading) return <Skeleton className="h-16 w-full" />
  return (
    <div className="grid gap-2">
      <CustomerFinder
        text={search}
        onText={setSearch}
        error={form.fields.problem('customer_id') ?? (notFound ? NOT_FOUND : null)}
        focused={moved}
        onChoose={choose}
      />
      <RegisterInPlace
        search={search}
        texts={texts}
        personId={personId}
        unsure={order.unsure}
        onLeave={() => kept.draft && kept.forget(kept.draft.key)}
      />
    </div>
  )
}

const NOT_FOUND = 'The customer of this link can not be found. Look for them here.'
