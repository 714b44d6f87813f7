import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { buttonStyle } from '@/components/ui/button-style'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { FormAction } from '@/lib/form-state'
import { formatCount } from '@/lib/format/number'
import type { ShownBranch } from '@/lib/settings/shown'
import { PassButtons } from './pass-buttons'

type BranchesTableProps = {
  branches: readonly ShownBranch[]
  /** Null where their order can not be changed. */
  pass: FormAction | null
}

/** The branches in the order in which they are offered. */
export function BranchesTable({ branches, pass }: BranchesTableProps) {
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Branches" columns={['Branch', 'Customers at home', ...(pass ? ['Order'] : []), '']}>
        {branches.map((branch, index) => (
          <StackingRow key={branch.code}>
            <StackingCell className="md:max-w-80">
              <span className="flex flex-wrap items-center gap-x-2">
                <bdi className="min-w-0 wrap-anywhere font-medium">{branch.name}</bdi>
                {branch.archived && <Badge>Archived</Badge>}
              </span>
              <span className="block wrap-anywhere font-mono text-ink-soft text-xs">{branch.code}</span>
            </StackingCell>
            <StackingCell label="Customers at home">{formatCount(branch.customers)}</StackingCell>
            {pass && (
              <StackingCell label="Order">
                <PassButtons
                  action={pass}
                  row={{ key: branch.code, name: branch.name }}
                  before={branches[index - 1]?.code ?? null}
                  after={branches[index + 1]?.code ?? null}
                  place={index + 1}
                  count={branches.length}
                />
              </StackingCell>
            )}
            <StackingCell className="max-md:pt-2 md:text-right">
              <Link href={`/settings/branches/${branch.code}/edit`} prefetch={false} className={buttonStyle()}>
                Edit<span className="sr-only"> {branch.name}</span>
              </Link>
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}
