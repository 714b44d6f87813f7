import clsx from 'clsx'
import type { ReactNode } from 'react'
import { formatQuantity } from '@/lib/format/number'
import { BridgeLink, type BridgeLinkTarget, LINKED } from './bridge-link'

type BridgeRowProps = {
  name: string
  meaning?: string
  days?: string
  amount: ReactNode
  /** Whose row it is, and where they are; the revenue before has nobody to lead to. */
  link?: BridgeLinkTarget
  /** The bar. */
  children: ReactNode
}

const ROW = 'col-span-full grid min-h-12 grid-cols-subgrid items-center gap-x-4 px-1 max-sm:py-1.5'
const NAME = 'min-w-0 text-sm leading-5'

/** A line of the waterfall: the bar between its name and its amount, or below both where there is little room. */
export function BridgeRow({ name, meaning, days, amount, link, children }: BridgeRowProps) {
  const shown = (
    <>
      <span className="block font-medium">{name}</span>{' '}
      <span className="block text-ink-soft text-xs">
        {days}
        {days && link && ', '}
        {link && <span className="opens whitespace-nowrap">{formatQuantity(link.count, 'customer')}</span>}
      </span>
    </>
  )
  return (
    <li title={meaning} className={clsx(ROW, LINKED)}>
      {link ? (
        <BridgeLink {...link} className={NAME}>
          {shown}
        </BridgeLink>
      ) : (
        <div className={NAME}>{shown}</div>
      )}{' '}
      <div className="whitespace-nowrap text-right text-sm tabular-nums sm:order-last">{amount}</div>
      <div className="pointer-events-none relative self-stretch max-sm:col-span-2 max-sm:pt-1">{children}</div>
    </li>
  )
}
