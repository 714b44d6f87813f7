import { type ReactNode, useId } from 'react'

type SectionProps = { title: string; intro?: ReactNode; children: ReactNode }

/** A named part of a page, in a box of its own. */
export function Section({ title, intro, children }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-box border bg-surface p-4 sm:p-5">
      <h2 id={id} className="font-semibold text-sm">
        {title}
      </h2>
      {intro && <div className="mt-1 max-w-prose text-ink-soft text-sm">{intro}</div>}
      <div className="mt-4">{children}</div>
    </section>
  )
}
