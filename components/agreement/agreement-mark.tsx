'use client'

import { useQuery } from '@tanstack/react-query'
import { CircleCheck, CircleHelp, TriangleAlert } from 'lucide-react'
import Link from 'next/link'
import { useBrowserIdle } from '@/components/ui/use-browser-idle'
import { formatExactTime } from '@/lib/format/date'
import { agreementOptions } from './agreement-query'

/** To be touched it is 40 px high, without being so in the line that it stands in. */
const LINK = '-my-2.5 inline-flex items-center gap-1 rounded py-2.5 text-sm hover:underline'

/**
 * Whether the figures agree with the records, with a way to the checks; asked when the browser has nothing else to do, and
 * nothing until it is known. That nobody could check is no sign that something is wrong.
 */
export function AgreementMark({ timeZone }: { timeZone: string }) {
  const idle = useBrowserIdle()
  const { data, error } = useQuery({ ...agreementOptions, enabled: idle })
  if (error)
    return (
      <Link href="/agreement" prefetch={false} title={error.message} className={`${LINK} text-ink-soft`}>
        <CircleHelp aria-hidden="true" className="size-4" />
        Could not be checked
      </Link>
    )
  if (!data) return null
  const checked = `Checked ${formatExactTime(data.as_of, timeZone)}`
  return data.agrees ? (
    <Link href="/agreement" prefetch={false} title={checked} className={`${LINK} text-ink-soft`}>
      <CircleCheck aria-hidden="true" className="size-4 text-good" />
      Figures agree
    </Link>
  ) : (
    <Link href="/agreement" prefetch={false} title={checked} className={`${LINK} font-medium text-bad`}>
      <TriangleAlert aria-hidden="true" className="size-4" />
      Figures disagree
    </Link>
  )
}
