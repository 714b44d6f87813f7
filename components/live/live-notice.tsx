import { buttonStyle } from '@/components/ui/button-style'

type LiveNoticeProps = { words: string | null; busy: boolean; onUpdate: () => void }

/** What was changed since the page was read, above the page and never within it, so that nothing moves when it comes. */
export function LiveNotice({ words, busy, onUpdate }: LiveNoticeProps) {
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-4 z-40 flex justify-center px-4 text-sm lg:left-60 print:hidden"
    >
      {words && (
        <p className="pointer-events-auto flex items-center gap-1 rounded-box border bg-surface p-1 pl-4 tabular-nums shadow-lg">
          {words}
          <span aria-hidden="true" className="pl-1 text-ink-soft">
            ·
          </span>
          <button type="button" onClick={onUpdate} aria-disabled={busy} className={buttonStyle('quiet', 'text-accent')}>
            Update
          </button>
        </p>
      )}
    </div>
  )
}
