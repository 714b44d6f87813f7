import type { ReactNode } from 'react'

type EntryCardProps = { title: string; intro?: ReactNode; children: ReactNode }

/** A form outside of the workspace: its title, what it is for, and nothing else. */
export function EntryCard({ title, intro, children }: EntryCardProps) {
  return (
    <div className="rounded-box border bg-surface p-5 sm:p-7">
      <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
      {intro && <div className="mt-1.5 text-ink-soft text-sm">{intro}</div>}
      <div className="mt-5">{children}</div>
    </div>
  )
}
