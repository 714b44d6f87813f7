import { type ReactNode, type Ref, useId } from 'react'

type SectionProps = {
  title: string
  intro?: ReactNode
  /** By what a link finds it on its page. */
  anchor?: string
  /** For whoever brings the focus to the heading. */
  headingRef?: Ref<HTMLHeadingElement>
  children: ReactNode
}

/** A named part of a page, in a box of its own. */
export function Section({ title, intro, anchor, headingRef, children }: SectionProps) {
  const id = useId()
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="min-w-0 rounded-box border bg-surface p-4 sm:p-5 print:break-inside-avoid"
    >
      <h2
        id={id}
        ref={headingRef}
        tabIndex={headingRef ? -1 : undefined}
        className="font-semibold text-sm outline-none"
      >
        {title}
      </h2>
      {intro && <div className="mt-1 max-w-prose text-ink-soft text-sm">{intro}</div>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
