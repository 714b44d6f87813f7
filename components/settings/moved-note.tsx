'use client'

import { Check } from 'lucide-react'
import Link from 'next/link'
import { useEffect } from 'react'
import { formatQuantity } from '@/lib/format/number'
import type { Moved } from '@/lib/settings/contract'
import type { ShownGroup } from '@/lib/settings/shown'

/**
 * What was moved, and the way to them; nothing where the link names groups that are not there. It is said once: the
 * link loses it, so that a reload or a way back does not say it again.
 */
export function MovedNote({ moved: { moved, from, to }, groups }: { moved: Moved; groups: readonly ShownGroup[] }) {
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])
  const [before, now] = [from, to].map((key) => groups.find((group) => group.key === key))
  if (!before || !now) return null
  return (
    <div role="status" className="flex flex-wrap items-center gap-x-3 rounded-box border border-good px-4 py-1 text-sm">
      <p className="flex min-h-10 items-center gap-2">
        <Check aria-hidden="true" className="size-4 shrink-0 text-good" />
        <span>
          {formatQuantity(moved, 'customer')} moved from <bdi>{before.name}</bdi> to <bdi>{now.name}</bdi>.
        </span>
      </p>
      <Link
        href={`/customer-groups?group=${now.key}`}
        className="inline-flex h-10 items-center font-medium text-accent hover:underline"
      >
        Show the group
      </Link>
    </div>
  )
}
