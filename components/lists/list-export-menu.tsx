'use client'

import { Download } from 'lucide-react'
import { LinkMenu } from '@/components/ui/link-menu'
import type { ExportFormat } from '@/lib/customer-groups/params'

const FORMATS = [
  { format: 'csv', name: 'CSV', hint: 'Rows alone, for any program and the import' },
  { format: 'xlsx', name: 'Excel', hint: 'With sums and what they mean; can be imported' },
  { format: 'json', name: 'JSON', hint: 'The same, for programs' },
] as const satisfies readonly { format: ExportFormat; name: string; hint: string }[]

/** Everything that a list's choices match as a file; `href` is that of CSV, `of` ends the names for those who listen. */
export function ListExportMenu({ href, of }: { href: string; of: string }) {
  const join = href.includes('?') ? '&' : '?'
  const links = FORMATS.map(({ format, ...words }) => ({ ...words, href: `${href}${join}format=${format}` }))
  return <LinkMenu icon={Download} label="Export" of={of} links={links} download onPhones="left" />
}
