import type { InputHTMLAttributes, ReactNode } from 'react'

type OptionCardProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'id' | 'title'> & {
  type: 'radio' | 'checkbox'
  title: ReactNode
  children?: ReactNode
}

/** One of several choices that are all seen at once, with what each means; the whole line can be pressed. */
export function OptionCard({ title, children, ...input }: OptionCardProps) {
  return (
    <label className="flex min-h-10 cursor-pointer items-start gap-3 rounded-box px-2.5 py-2 transition-colors duration-150 hover:bg-raised">
      <input {...input} className="mt-0.5 size-4 shrink-0 accent-accent" />
      <span className="min-w-0 text-sm">
        <span className="font-medium">{title}</span>
        {children && <span className="block text-ink-soft">{children}</span>}
      </span>
    </label>
  )
}
