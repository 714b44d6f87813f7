import Link from 'next/link'
import { ConfirmedAction } from '@/components/accounts/confirmed-action'
import { buttonStyle } from '@/components/ui/button-style'
import type { MergePreview } from '@/lib/customers/merging'
import type { FormAction } from '@/lib/form-state'
import { formatQuantity } from '@/lib/format/number'

type MergeConfirmationProps = { preview: MergePreview; merge: FormAction }

/** Merges the two as they were shown, or turns to another choice. */
export function MergeConfirmation({ preview, merge }: MergeConfirmationProps) {
  const [keep, other] = [preview.keep.customer, preview.merge.customer]
  const values = {
    keep_id: keep.id,
    merge_id: other.id,
    keep_version: String(keep.version),
    merge_version: String(other.version),
  }
  const orders = preview.merge.lifetime.total_orders + preview.merge.lifetime.cancelled_orders
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmedAction action={merge} values={values} label="Merge" title="Merge these two customers?" kind="plain">
        <bdi>{other.full_name}</bdi> goes into <bdi>{keep.full_name}</bdi>, with {formatQuantity(orders, 'order')}. It
        can be undone on the profile.
      </ConfirmedAction>
      <Link href={`/customers/${other.id}/merge?with=${keep.id}`} className={buttonStyle()}>
        Keep the other one
      </Link>
      <Link href={`/customers/${keep.id}/merge`} className={buttonStyle()}>
        Choose another
      </Link>
    </div>
  )
}
