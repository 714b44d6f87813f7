import type { ReactNode } from 'react'

type PageHeadingProps = { title: ReactNode; intro?: ReactNode; children?: ReactNode }

/** A page's title, a line on what it is for, and its main actions beside them. */
export function PageHeading({ title, intro, children }: PageHeadingProps) {
  return (
    <header className="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="mr-auto min-w-0 max-w-prose">
        <h1 className="break-words font-semibold text-2xl tracking-tight">{title}</h1>
        {intro && <div className="mt-1 text-ink-soft text-sm">{intro}</div>}
      </div>
      {children}
    </header>
  )
}
