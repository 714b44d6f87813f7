import type { OrderTexts } from './order-texts'
import type { RegistrationTexts } from './registration-texts'

/** Where a text that somebody searched for belongs in a registration: an e-mail, a phone, a plate, or else a name. */
export function textsFromSearch(typed: string): Partial<RegistrationTexts> {
  const text = typed.trim()
  if (text === '') return {}
  if (text.includes('@')) return { email: text }
  if (/^\+?[\d\s()./-]{5,}$/.test(text)) return { phone: text }
  if (/\d/.test(text) && text.length <= 12) return { 'vehicle.plate': text.toUpperCase() }
  return { full_name: text }
}

/** What was typed of an order so far, as the order of a registration. */
export function registrationFromOrder(order: OrderTexts): Partial<RegistrationTexts> {
  return {
    'order.type': order.type,
    'order.branch': order.branch,
    'order.description': order.description,
    'order.amount': order.amount,
    'order.ordered_on': order.ordered_on,
    'order.details.odometer_km': order['details.odometer_km'],
    'order.details.item': order['details.item'],
    'order.details.quantity': order['details.quantity'],
    'order.details.follow_up_on': order['details.follow_up_on'],
  }
}
