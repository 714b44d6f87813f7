import { FileClock } from 'lucide-react'
import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Moment } from '@/components/ui/moment'
import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import {
  IMPORT_FROM_WORDS,
  importCountsInWords,
  importStateInWords,
  leftUndoneInWords,
} from '@/lib/format/import-words'
import type { PastImport } from '@/lib/imports/history'
import { toneOf } from './state-tone'

type ImportsTableProps = { imports: readonly PastImport[]; timeZone: string }

/** The latest imports, whoever made them and however they ended. */
export function ImportsTable({ imports, timeZone }: ImportsTableProps) {
  if (imports.length === 0) {
    return (
      <EmptyState icon={FileClock} title="Nothing was imported yet">
        Each import is told here: who made it, from which files, and what it changed.
      </EmptyState>
    )
  }
  return (
    <div className="rounded-box border bg-surface">
      <StackingTable caption="Imports" columns={['Files', 'When', 'By', 'State', 'What it did']}>
        {imports.map((past) => (
          <StackingRow key={past.id} linked={past.from === 'browser'}>
            <StackingCell className="md:max-w-80">
              <Files past={past} />
            </StackingCell>
            <StackingCell label="When">
              <Moment at={past.at} timeZone={timeZone} />
            </StackingCell>
            <StackingCell label="By" className="text-ink-soft">
              <bdi>{past.by}</bdi> {IMPORT_FROM_WORDS[past.from]}
            </StackingCell>
            <StackingCell label="State">
              <Badge tone={toneOf(past.state)}>{importStateInWords(past.state, past.error_count)}</Badge>
            </StackingCell>
            <StackingCell label="What it did">
              {past.state === 'applied' && past.counts ? importCountsInWords(past.counts) : leftUndoneInWords(past)}
            </StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}

function Files({ past: { id, files, from } }: { past: PastImport }) {
  const names = files.length > 0 ? files.join(', ') : 'Files without a name'
  if (from !== 'browser') return <bdi className="font-medium wrap-anywhere">{names}</bdi>
  return (
    <Link href={`/import/${id}`} prefetch={false} className="font-medium after:absolute after:inset-0">
      <bdi className="wrap-anywhere">{names}</bdi>
    </Link>
  )
}
