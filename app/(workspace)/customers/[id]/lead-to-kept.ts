import { notFound, redirect } from 'next/navigation'
import { findKeptCustomer } from '@/db/queries/customer-merges'
import { getDatabase } from '@/lib/server/database'

/** Leads from a customer that was merged into another to that one; nobody else is there. */
export async function leadToKept(id: string): Promise<never> {
  const keptId = await findKeptCustomer(getDatabase(), id)
  return keptId === null ? notFound() : redirect(`/customers/${keptId}`)
}
