import type { z } from 'zod'
import type { Business } from '@/lib/business'
import type { OrderType } from '@/lib/definitions'
import { type EntryChoices, onlyBranch } from '@/lib/entry/choices'
import { localDayOf } from '@/lib/entry/local-day'
import { type OrderField, type OrderTexts, orderBody } from '@/lib/entry/order-texts'
import type { Order, orderChangeSchema } from './contract'

/** What a change asks for, as it is sent. */
export type AskedChanges = z.input<typeof orderChangeSchema>['changes']

/** An order as the fields of its form hold it. */
export function orderTexts(order: Order, { timeZone, currencyDigits }: Business): OrderTexts {
  const { details } = order
  return {
    type: order.type,
    branch: order.branch.code,
    vehicle_id: order.vehicle_id ?? '',
    description: order.description ?? '',
    amount: order.amount.toFixed(currencyDigits),
    ordered_on: localDayOf(new Date(order.ordered_at), timeZone),
    'details.odometer_km': details?.type === 'service' ? String(details.odometer_km ?? '') : '',
    'details.item': details?.type === 'sales' ? details.item : '',
    'details.quantity': details?.type === 'sales' ? String(details.quantity) : '',
    'details.follow_up_on': details?.type === 'consultation' ? (details.follow_up_on ?? '') : '',
  }
}

/** What is different from how the form was opened, for the contract to judge; empty where nothing is. */
export function orderEdits(base: OrderTexts, texts: OrderTexts, choices: EntryChoices, today: string): AskedChanges {
  const isOther = (field: OrderField) => base[field] !== texts[field]
  const body = orderBody(texts, choices)
  const typed = isOther('type') || DETAILS.some(isOther)
  // The contract judges what was typed: nothing here is known to be what it takes.
  const asked = {
    type: isOther('type') ? body.type : undefined,
    branch: isOther('branch') ? body.branch : undefined,
    vehicle_id: isOther('vehicle_id') ? texts.vehicle_id || null : undefined,
    description: isOther('description') ? body.description : undefined,
    amount: isOther('amount') ? body.amount : undefined,
    // The form holds today as nothing.
    ordered_on: isOther('ordered_on') ? (body.ordered_on ?? today) : undefined,
    details: typed ? body.details : undefined,
  }
  return asked as AskedChanges
}

const DETAILS_OF: Record<OrderType, readonly OrderField[]> = {
  service: ['details.odometer_km'],
  sales: ['details.item', 'details.quantity'],
  consultation: ['details.follow_up_on'],
}
const DETAILS = Object.values(DETAILS_OF).flat()

/** The fields that stand in the form of an order of a type, each of which tells what is wrong with it. */
export function fieldsOfForm(type: OrderType, choices: EntryChoices, needsReason: boolean): readonly string[] {
  const branch = onlyBranch(choices) === null ? ['branch'] : []
  const reason = needsReason ? ['reason'] : []
  return ['type', 'vehicle_id', 'description', 'amount', 'ordered_on', ...DETAILS_OF[type], ...branch, ...reason]
}
