import { X } from 'lucide-react'
import type { RefObject } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { formatQuantity } from '@/lib/format/number'
import type { GroupPanelBodyProps } from './group-panel-body'
import { GroupPanelBodyLater } from './group-panel-body-later'

type GroupPanelProps = GroupPanelBodyProps & {
  busy: boolean
  tint: string
  panelRef: RefObject<HTMLElement | null>
  onClose: () => void
}

/** The open group: its figures, and the customers that they are made of. */
export function GroupPanel(props: GroupPanelProps) {
  const { busy, tint, panelRef, onClose, ...body } = props
  const { stats } = body
  return (
    <section
      ref={panelRef}
      tabIndex={-1}
      aria-labelledby="panel-heading"
      aria-busy={busy}
      className={`${tint} @container mt-4 scroll-mt-16 rounded-box border bg-surface outline-none md:scroll-mt-3 print:break-before-page`}
    >
      <header className="sticky top-14 z-20 flex min-h-14 items-center gap-3 rounded-t-box border-(--tint) border-t-3 bg-surface px-4 shadow-[0_1px_0_var(--line)] md:top-0 print:static">
        <h2 id="panel-heading" className="truncate font-semibold text-lg tracking-tight">
          <bdi>{stats.name}</bdi>
        </h2>
        <p className="whitespace-nowrap text-ink-soft text-sm">{formatQuantity(stats.customer_count, 'customer')}</p>
        <button
          type="button"
          onClick={onClose}
          aria-label={`Close ${stats.name}`}
          title="Close (Esc)"
          className={buttonStyle('quiet', '-mr-2 ml-auto w-10 px-0')}
        >
          <X aria-hidden="true" className="size-5" />
        </button>
      </header>
      <GroupPanelBodyLater {...body} />
    </section>
  )
}
