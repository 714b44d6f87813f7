import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

/** Something to know before going on; nothing failed. It is read out when it appears. */
export function Notice({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <div role="status" className="flex items-start gap-2.5 rounded-box bg-warn-ground px-4 py-3 text-sm text-warn-ink">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  )
}
