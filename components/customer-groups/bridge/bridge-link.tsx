import clsx from 'clsx'
import type { ReactNode } from 'react'
import { isPlainClick } from '@/components/customer-groups/plain-click'
import type { Choices } from '@/lib/url/groups-url'
import { type BridgeCustomers, choicesOf } from './bridge-steps'

/** How the customers of a group's part are reached: at an address, and without a page load. */
export type BridgeWay = { hrefOf: (choices: Choices) => string; onOpen: (group: string, choices: Choices) => void }

export type BridgeLinkTarget = {
  way: BridgeWay
  /** Null where all groups are told of together: they have no list. */
  group: string | null
  customers: BridgeCustomers
  /** How many they are; nobody can not be opened. */
  count: number
}

/** What a link to customers fills, and what is tinted while it is pointed at. */
export const LINKED = 'relative rounded has-[.to-customers:hover]:bg-raised'

/** Whether there is anybody to be opened. */
export function isOpened(target: BridgeLinkTarget): target is BridgeLinkTarget & { group: string } {
  return target.group !== null && target.count > 0
}

type BridgeLinkProps = BridgeLinkTarget & {
  /** Its name, where what it shows does not tell it from others. */
  label?: string
  className: string
  children: ReactNode
}

/** Leads to the customers of a part in the list of their group, from everywhere in its row or cell but the amount. */
export function BridgeLink({ label, className, children, ...target }: BridgeLinkProps) {
  if (!isOpened(target)) return <div className={className}>{children}</div>
  const { way, group, customers } = target
  const choices = choicesOf(group, customers)
  return (
    <a
      href={way.hrefOf(choices)}
      aria-label={label}
      onClick={(event) => {
        if (!isPlainClick(event)) return
        event.preventDefault()
        way.onOpen(group, choices)
      }}
      className={clsx(
        className,
        'to-customers rounded underline-offset-4 after:absolute after:inset-0 [&_.opens]:text-accent [&_.opens]:hover:underline',
      )}
    >
      {children}
    </a>
  )
}
