import type { StagedCustomer, UnusableCustomer } from '@/db/commands/import/staging'
import { parseInstant } from '@/lib/csv/instant'
import { type DateOrder, toIsoDate } from '@/lib/imports/date-order'
import type { NameRegister } from './name-register'
import type { RowCells } from './row-cells'
import { nextRowId } from './row-ids'

export const EXTERNAL_ID_LIMIT = 200
const CONTACT_LIMIT = 320
const NAME_LIMIT = 200

/** On which clock dates without an offset are, and in which order they are written; null takes ISO 8601 alone. */
export type DateRules = { timeZone: string; dateOrder: DateOrder | null }

/** What a row of a customers file is judged by. */
export type CustomerRules = DateRules & { groups: NameRegister; branches: NameRegister }

/** A customer to stage; null where the row does not even say whose it is. What is wrong is in `cells.errors`. */
export function readCustomer(
  cells: RowCells,
  line: number,
  { groups, branches, ...dates }: CustomerRules,
): StagedCustomer | UnusableCustomer | null {
  if (!cells.isWhole) return null
  const externalId = cells.text('external_id', EXTERNAL_ID_LIMIT)
  if (!externalId) cells.fail('external_id', '', 'missing external id')
  const fullName = cells.text('full_name')
  const organizationName = cells.text('organization_name')
  const phone = cells.text('phone', CONTACT_LIMIT)
  const email = cells.text('email', CONTACT_LIMIT)
  const registeredAt = readDate(cells, 'registered_at', dates)
  const enteredAt = readDate(cells, 'entered_at', dates)
  const type = cells.text('customer_type', NAME_LIMIT)
  const typeName = cells.text('group_name', NAME_LIMIT)
  const branch = cells.text('branch', NAME_LIMIT)
  const branchName = cells.text('branch_name', NAME_LIMIT)
  if (!externalId) return null
  if (cells.errors.length > 0) return externalId.includes('\u0000') ? null : { line, externalId, usable: false }
  const groupId = type && groups.idOf(type, typeName)
  const branchId = branch && branches.idOf(branch, branchName)
  const profile = { fullName, organizationName, phone, email, groupId, branchId, registeredAt, enteredAt }
  return { line, externalId, usable: true, id: nextRowId(), membershipId: nextRowId(), ...profile }
}

function readDate(cells: RowCells, column: string, dates: DateRules): string | null {
  const text = cells.text(column)
  const instant = text && readInstant(text, dates)
  if (text && !instant) cells.fail(column, text, 'bad date')
  return instant
}

/** An instant as `parseInstant` gives it, from a date in the order of the file. */
export function readInstant(text: string, { timeZone, dateOrder }: DateRules): string | null {
  return parseInstant(dateOrder ? toIsoDate(text, dateOrder) : text, timeZone)
}
