'use client'

import { Download } from 'lucide-react'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { LinkMenu } from '@/components/ui/link-menu'
import type { ExportFormat, GroupsParams } from '@/lib/customer-groups/params'
import { groupsHref } from '@/lib/url/groups-url'

const FORMATS = [
  { format: 'csv', name: 'CSV', hint: 'Rows alone, for any program' },
  { format: 'xlsx', name: 'Excel', hint: 'With totals and what they mean' },
  { format: 'json', name: 'JSON', hint: 'The same, for programs' },
] as const satisfies readonly { format: ExportFormat; name: string; hint: string }[]

const BUTTON = 'export'

type ExportMenuProps = { params: GroupsParams; asOf: string; openName: string | null }

/** What the page shows as a file: everybody in the open group or in all of them, at the moment of the figures. */
export function ExportMenu({ params, asOf, openName }: ExportMenuProps) {
  const href = groupsHref('/customer-groups/export', { ...params, as_of: asOf, page: 1 })
  const links = FORMATS.map(({ format, ...words }) => ({ ...words, href: `${href}&format=${format}` }))
  useShortcut('export', () => document.getElementById(BUTTON)?.click())
  return (
    <LinkMenu
      id={BUTTON}
      icon={Download}
      label="Export"
      of={`of ${openName ?? 'all groups'}`}
      links={links}
      download
      iconOnPhones
    />
  )
}
