import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { AuditEntry } from '@/lib/audit/contract'
import { auditActor, auditSentence } from '@/lib/format/audit-words'
import { formatToSecond, zoneCity } from '@/lib/format/date'

type AuditTableProps = { entries: readonly AuditEntry[]; timeZone: string }

/** What was done, latest first, each at its exact time on the business's clock. */
export function AuditTable({ entries, timeZone }: AuditTableProps) {
  const columns = [`When (${zoneCity(timeZone)})`, 'Who', 'What']
  // Without a trusted proxy in front no address is known: a column of nothing is none.
  const hasAddresses = entries.some(({ address }) => address !== null)
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Audit log" columns={hasAddresses ? [...columns, 'From'] : columns}>
        {entries.map((entry) => (
          <StackingRow key={entry.id}>
            <StackingCell className="whitespace-nowrap text-ink-soft md:w-52">
              <time dateTime={entry.at}>{formatToSecond(entry.at, timeZone)}</time>
            </StackingCell>
            <StackingCell className="font-medium md:min-w-40 md:max-w-56">
              <bdi className="break-words">{auditActor(entry)}</bdi>
            </StackingCell>
            <StackingCell>
              <span className="break-words">{auditSentence(entry)}</span>
            </StackingCell>
            {hasAddresses && (
              <StackingCell className="whitespace-nowrap text-ink-soft">
                {entry.address !== null && <span className="md:hidden">from </span>}
                {entry.address}
              </StackingCell>
            )}
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}
