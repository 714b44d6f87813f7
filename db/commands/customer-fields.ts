import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { getBusiness } from '@/db/queries/business'
import type { customers } from '@/db/schema/customers'
import type { customerKeys } from '@/db/schema/keys'
import { customerGroups } from '@/db/schema/reference'
import { codeKey, emailKey, phoneKey } from '@/lib/customers/look-up-keys'
import type { Registration } from '@/lib/customers/registration'
import { PERSONS_GROUP } from '@/lib/definitions'
import { NOT_A_PHONE, normalPhone } from '@/lib/phone'
import { refusedField } from './refused-field'

/** What is entered of a customer but its branch, vehicle and order. */
export type EnteredCustomer = Omit<Registration, 'branch' | 'vehicle' | 'order'>

/** The same as the table holds it. */
export type CustomerValues = Required<
  Pick<
    typeof customers.$inferInsert,
    'fullName' | 'organizationName' | 'phone' | 'email' | 'address' | 'taxNumber' | 'personRole' | 'groupId'
  >
>

/**
 * Reads a customer's fields for the table: the phone as a number of the business's country, the group by its key. `kept`
 * is what an edited customer already has: an archived group and an unread phone may stay.
 * @throws RequestError 400 naming the field that does not fit the group, or is no phone number.
 */
export async function customerValues(
  tx: Database,
  entered: EnteredCustomer,
  kept: { groupId: string; phone: string | null } | null = null,
): Promise<CustomerValues> {
  const group = await namedGroup(tx, entered.group, kept?.groupId)
  if (group.requiresOrganization && entered.organization_name === null)
    throw refusedField('organization_name', `Say the organisation: customers of ${group.name} have one.`)
  if (entered.person_role !== null && group.key !== PERSONS_GROUP)
    throw refusedField('person_role', 'Only a private person is an owner or a driver.')
  return {
    fullName: entered.full_name,
    organizationName: entered.organization_name,
    phone: entered.phone === kept?.phone ? entered.phone : await readPhone(tx, entered.phone),
    email: entered.email,
    address: entered.address,
    taxNumber: entered.tax_number,
    personRole: entered.person_role,
    groupId: group.id,
  }
}

async function namedGroup(tx: Database, key: string, keptId: string | undefined) {
  const [found] = await tx.select().from(customerGroups).where(eq(customerGroups.key, key))
  if (!found) throw refusedField('group', 'There is no such type of customer.')
  if (found.archivedAt !== null && found.id !== keptId) throw refusedField('group', 'This type is archived.')
  return found
}

async function readPhone(tx: Database, phone: string | null): Promise<string | null> {
  if (phone === null) return null
  const { country } = await getBusiness(tx)
  const read = normalPhone(phone, country)
  if (read === null) throw refusedField('phone', NOT_A_PHONE)
  return read
}

/** A look-up key as `customer_keys` has it, without its customer. */
export type LookUpKey = Pick<typeof customerKeys.$inferSelect, 'kind' | 'value'>

/** By what a customer and its vehicles are looked up; what leaves nothing to look up by is left out. */
export function lookUpKeys(
  { phone, email, taxNumber }: Pick<CustomerValues, 'phone' | 'email' | 'taxNumber'>,
  plates: readonly string[],
): LookUpKey[] {
  const keys: LookUpKey[] = [
    { kind: 'phone', value: phoneKey(phone ?? '') },
    { kind: 'email', value: emailKey(email ?? '') },
    { kind: 'tax_number', value: codeKey(taxNumber ?? '') },
    ...plates.map((plate) => ({ kind: 'plate' as const, value: codeKey(plate) })),
  ]
  return keys.filter(({ value }) => value !== '')
}
