import { StackingCell, StackingRow, StackingTable } from '@/components/ui/stacking-table'
import type { DescribedParameter } from '@/lib/api/described'

/** What an operation takes beside its body. */
export function ParametersTable({ parameters }: { parameters: readonly DescribedParameter[] }) {
  return (
    <div className="rounded-box border">
      <StackingTable caption="Parameters" columns={['Parameter', 'Taken', 'Default', 'Meaning']}>
        {parameters.map(({ name, place, required, taken, initial, words }) => (
          <StackingRow key={name}>
            <StackingCell>
              <code className="font-mono font-medium text-xs">{name}</code>
              <span className="block text-ink-soft text-xs">
                {place}
                {required && ', needed'}
              </span>
            </StackingCell>
            <StackingCell label="Taken" className="md:max-w-64">
              <code className="break-words font-mono text-xs">{taken}</code>
            </StackingCell>
            <StackingCell label="Default" className="md:max-w-40">
              {initial === null ? (
                <span className="text-ink-soft">none</span>
              ) : (
                <code className="break-words font-mono text-xs">{initial}</code>
              )}
            </StackingCell>
            <StackingCell className="text-ink-soft md:max-w-96">{words}</StackingCell>
          </StackingRow>
        ))}
      </StackingTable>
    </div>
  )
}
