import { RotateCw, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { buttonStyle } from './button-style'

type FailureNoticeProps = { title: string; children: ReactNode; onRetry?: () => void; className?: string }

/** What failed, what was kept and what to do; never shown for something that is merely empty. */
export function FailureNotice({ title, children, onRetry, className = '' }: FailureNoticeProps) {
  return (
    <div
      role="alert"
      className={`flex flex-wrap items-start gap-3 rounded-box border border-bad bg-surface p-4 ${className}`}
    >
      <TriangleAlert aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">{title}</p>
        <div className="mt-1 text-ink-soft text-sm">{children}</div>
      </div>
      {onRetry && (
        <button type="button" onClick={onRetry} className={buttonStyle()}>
          <RotateCw aria-hidden="true" className="size-4" />
          Try again
        </button>
      )}
    </div>
  )
}
