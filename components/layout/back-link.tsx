import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'

/** The way up, over a page's title. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ml-2 inline-flex h-10 items-center gap-2 rounded px-2 text-ink-soft text-sm hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" className="size-4" />
      {children}
    </Link>
  )
}
