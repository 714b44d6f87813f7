import { ConfirmedAction } from '@/components/accounts/confirmed-action'
import { Moment } from '@/components/ui/moment'
import type { OpenMerge } from '@/lib/customers/merging'
import type { FormAction } from '@/lib/form-state'
import { formatQuantity } from '@/lib/format/number'

type MergedNotesProps = { customerId: string; merges: OpenMerge[]; timeZone: string; undo: FormAction }

/** Who was merged into this customer, when and by whom, and the way back. */
export function MergedNotes({ customerId, merges, timeZone, undo }: MergedNotesProps) {
  return (
    <ul className="grid gap-4 text-sm">
      {merges.map((merge) => (
        <li key={merge.id} className="flex flex-wrap items-center gap-3">
          <p className="mr-auto min-w-0 wrap-anywhere">
            <bdi className="font-medium">{merge.fullName}</bdi>, {broughtBy(merge)}
            <span className="block text-ink-soft text-xs">
              <Moment at={merge.mergedAt} timeZone={timeZone} />
              {merge.mergedBy !== null && (
                <>
                  , by <bdi>{merge.mergedBy}</bdi>
                </>
              )}
            </span>
          </p>
          <ConfirmedAction
            action={undo}
            values={{ customer_id: customerId, merge_id: merge.id }}
            label="Undo"
            about={`the merge of ${merge.fullName}`}
            title="Undo this merge?"
            kind="plain"
          >
            <bdi>{merge.fullName}</bdi> becomes a customer again, with the orders, vehicles and notes that it brought,
            as far as they are still here. What came since stays with this customer, and contacts that were changed
            since stay too.
          </ConfirmedAction>
        </li>
      ))}
    </ul>
  )
}

function broughtBy({ orders, vehicles, notes }: OpenMerge): string {
  return [
    formatQuantity(orders, 'order'),
    ...(vehicles > 0 ? [formatQuantity(vehicles, 'vehicle')] : []),
    ...(notes > 0 ? [formatQuantity(notes, 'note')] : []),
  ].join(', ')
}
