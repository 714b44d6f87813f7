import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { buttonStyle } from '@/components/ui/button-style'
import type { AuditParams } from '@/lib/audit/params'
import { auditHref } from '@/lib/url/audit-url'

/** The log grows while it is read: its pages go on from an entry, so that none is shown twice or left out. */
export function AuditPages({ params, next }: { params: AuditParams; next: string | null }) {
  if (!params.before && next === null) return null
  return (
    <nav aria-label="Pages of the audit log" className="mt-3 flex justify-end gap-2">
      {params.before && (
        <Link
          href={auditHref({ ...params, before: undefined })}
          prefetch={false}
          className={buttonStyle('plain', 'pl-2')}
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
          Newest
        </Link>
      )}
      {next !== null && (
        <Link href={auditHref({ ...params, before: next })} prefetch={false} className={buttonStyle('plain', 'pr-2')}>
          Older
          <ChevronRight aria-hidden="true" className="size-4" />
        </Link>
      )}
    </nav>
  )
}
