import { CircleCheck, TriangleAlert } from 'lucide-react'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { Check } from '@/lib/agreement/contract'
import { showSide } from '@/lib/agreement/words'
import type { Business } from '@/lib/business'
import { CheckRemedy } from './check-remedy'

type ChecksTableProps = { caption: string; checks: readonly Check[]; business: Business }

/** Each check with its two sides, whether they agree and, where not, what to do. */
export function ChecksTable({ caption, checks, business }: ChecksTableProps) {
  return (
    <StackingTable caption={caption} columns={['What always holds', 'One side', 'The other side', 'Outcome']}>
      {checks.map((check) => (
        <StackingRow key={check.key}>
          <StackingCell className="md:w-1/2">
            <p className="font-medium">{check.title}</p>
            {!check.agrees && <CheckRemedy check={check} />}
          </StackingCell>
          <StackingCell label="One side">
            <Side side={check.left} {...{ check, business }} />
          </StackingCell>
          <StackingCell label="The other side">
            <Side side={check.right} {...{ check, business }} />
          </StackingCell>
          <StackingCell label="Outcome">
            <Outcome agrees={check.agrees} />
          </StackingCell>
        </StackingRow>
      ))}
    </StackingTable>
  )
}

type SideProps = { side: Check['left']; check: Check; business: Business }

function Side({ side: { label, value }, check: { unit }, business }: SideProps) {
  return (
    <>
      <span className="block break-words">{showSide(value, unit, business)}</span>
      <span className="block text-ink-soft text-xs">{label}</span>
    </>
  )
}

function Outcome({ agrees }: { agrees: boolean }) {
  const Icon = agrees ? CircleCheck : TriangleAlert
  return (
    <span
      className={`inline-flex items-center gap-1 whitespace-nowrap ${agrees ? 'text-good' : 'font-medium text-bad'}`}
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {agrees ? 'agrees' : 'differs'}
    </span>
  )
}
