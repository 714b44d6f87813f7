import { EraseCustomer } from '@/components/customers/erase-customer'
import { MergedNotes } from '@/components/customers/merge/merged-notes'
import { Section } from '@/components/layout/section'
import type { Caller } from '@/db/access'
import { listOpenMerges } from '@/db/queries/customer-merges'
import type { CustomerProfile } from '@/lib/customers/contract'
import { may } from '@/lib/roles'
import { getDatabase } from '@/lib/server/database'
import { eraseCustomer, undoMerge } from './merge/actions'

type ManagerPartProps = { caller: Caller; customer: CustomerProfile['customer']; timeZone: string }

/** What a manager alone may take back or end: merges into this customer, and the customer itself. */
export async function ManagerPart({ caller, customer, timeZone }: ManagerPartProps) {
  if (!may(caller.role, 'edit') || customer.erased_at !== null) return null
  const merges = await listOpenMerges(getDatabase(), caller, customer.id)
  return (
    <>
      {merges.length > 0 && (
        <Section title="Merged into this customer">
          <MergedNotes customerId={customer.id} {...{ merges, timeZone }} undo={undoMerge} />
        </Section>
      )}
      <Section title="Erasing" intro="On the person’s request. Figures do not change.">
        <EraseCustomer customer={customer} erase={eraseCustomer} />
      </Section>
    </>
  )
}
