import type { OrderType } from '@/lib/definitions'
import { type EntryChoices, onlyBranch } from '@/lib/entry/choices'
import { localDayOf } from '@/lib/entry/local-day'
import type { OrderTexts } from '@/lib/entry/order-texts'
import { formatDate } from '@/lib/format/date'
import { formatMoney } from '@/lib/format/number'
import { ORDER_TYPE_WORDS } from '@/lib/format/words'
import type { ReviewedLine } from './reviewed'

/** An order as it will be saved, a line each. */
export function orderLines(texts: OrderTexts, type: OrderType, choices: EntryChoices): ReviewedLine[] {
  const branch = texts.branch || onlyBranch(choices)
  return [
    ['Type', ORDER_TYPE_WORDS[type]],
    ...detailLines(texts, type),
    ['Description', texts.description],
    ['Amount', formatMoney(Number(texts.amount.trim().replace(',', '.')), choices.business)],
    ['Date', dayInWords(texts.ordered_on, choices.business.timeZone)],
    ['Branch', choices.branches.find(({ code }) => code === branch)?.name ?? ''],
  ]
}

function detailLines(texts: OrderTexts, type: OrderType): ReviewedLine[] {
  if (type === 'service') return [['Odometer (km)', texts['details.odometer_km']]]
  if (type === 'consultation') return [['Follow up on', dayAsWords(texts['details.follow_up_on'])]]
  return [
    ['Item', texts['details.item']],
    ['Quantity', texts['details.quantity'].trim() || '1'],
  ]
}

function dayInWords(day: string, timeZone: string): string {
  const today = localDayOf(new Date(), timeZone)
  return day === '' || day === today ? `Today, ${dayAsWords(today)}` : `${dayAsWords(day)} (back-dated)`
}

/** A local day has no clock of its own. */
function dayAsWords(day: string): string {
  return day === '' ? '' : formatDate(`${day}T00:00:00Z`, 'UTC')
}
