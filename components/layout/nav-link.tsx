'use client'

import clsx from 'clsx'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

type NavLinkProps = { href: string; tall?: boolean; children: ReactNode }

/** A link of the navigation, marked while its page, or one below it, is open. */
export function NavLink({ href, tall = false, children }: NavLinkProps) {
  const pathname = usePathname()
  const current = pathname === href ? 'page' : pathname.startsWith(`${href}/`) ? 'true' : undefined
  return (
    <Link
      href={href}
      prefetch={false}
      aria-current={current}
      className={clsx(
        'flex items-center gap-2.5 rounded-box px-2.5 font-medium text-ink-soft text-sm transition-colors duration-150 hover:bg-raised hover:text-ink aria-[current]:bg-raised aria-[current]:text-ink',
        tall ? 'h-12' : 'h-10',
      )}
    >
      {children}
    </Link>
  )
}
