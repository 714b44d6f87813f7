import { Link2 } from 'lucide-react'
import { CopyShownButton } from '@/components/ui/copy-shown-button'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { formatDateTime } from '@/lib/format/date'

type CopyLinkProps = { href: string; meta: GroupsAnswer['meta'] }

/** The address of what is shown, at the moment of its figures, so that whoever opens it later sees the same. */
export function CopyLink({ href, meta }: CopyLinkProps) {
  return (
    <CopyShownButton
      icon={Link2}
      label="Copy link"
      copied={() => ({ text: new URL(href, window.location.href).href })}
      said={`Copied: a link to these figures as of ${formatDateTime(meta.as_of, meta.time_zone)}`}
      className="max-xl:w-10 max-xl:px-0"
    />
  )
}
