import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

type EmptyStateProps = { icon: LucideIcon; title: string; children: ReactNode; actions?: ReactNode }

/** Nothing is here, why, and what to do about it. */
export function EmptyState({ icon: Icon, title, children, actions }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center rounded-box border border-line border-dashed px-4 py-10 text-center wrap-anywhere">
      <Icon aria-hidden="true" className="size-7 text-ink-soft" strokeWidth={1.5} />
      <p className="mt-3 font-semibold">{title}</p>
      <div className="mt-1 max-w-prose text-ink-soft text-sm">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
