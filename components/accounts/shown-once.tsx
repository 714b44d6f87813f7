import { KeyRound } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyField } from '@/components/ui/copy-field'
import { Notice } from '@/components/ui/notice'

type ShownOnceProps = { label: string; value: string; children: ReactNode }

/** A link or key that only its hash is kept of: whoever leaves without it needs a new one. */
export function ShownOnce({ label, value, children }: ShownOnceProps) {
  return (
    <div className="grid gap-3">
      <Notice icon={KeyRound}>{children}</Notice>
      <CopyField label={label} value={value} />
    </div>
  )
}
