import { ClipboardCopy } from 'lucide-react'
import { CopyShownButton } from '@/components/ui/copy-shown-button'
import type { Business } from '@/lib/business'
import type { GroupDetails } from '@/lib/customer-groups/contract'
import type { ListColumn } from '@/lib/customer-groups/list-columns'
import { copiedList } from '@/lib/format/copied-list'
import { formatQuantity } from '@/lib/format/number'

type CopyTableProps = { list: GroupDetails; columns: readonly ListColumn[]; from: string; business: Business }

/** The rows and columns that the list shows, for a spreadsheet. */
export function CopyTable({ list: { customers, stats }, columns, from, business }: CopyTableProps) {
  return (
    <CopyShownButton
      icon={ClipboardCopy}
      label="Copy table"
      copied={() =>
        copiedList(columns, customers, { business, from, groupName: stats.name, groupRevenue: stats.total_revenue })
      }
      said={`Copied: ${formatQuantity(customers.length, 'customer')} of this page, for a spreadsheet`}
      className="max-xl:w-10 max-xl:px-0"
    />
  )
}
