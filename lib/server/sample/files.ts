import { stringify } from 'csv-stringify/sync'
import type { SampleCustomer } from './customers'
import { SAMPLE_BRANCH_NAMES, type SampleBranch } from './groups'
import type { SampleOrder } from './orders'

export const SAMPLE_CURRENCY = 'TZS'

/** The customers as a file to import; a home branch that is not stated follows from the orders. */
export function customersFile(customers: readonly SampleCustomer[]): string {
  const rows = customers.map((customer) => ({
    external_id: customer.externalId,
    full_name: customer.fullName,
    customer_type: customer.shape.customerType,
    organization_name: customer.organizationName,
    phone: customer.phone,
    email: customer.email,
    registered_at: customer.registeredAt,
    branch: customer.branchStated ? branchCell(customer.branch) : '',
  }))
  return stringify(rows, { header: true })
}

/** The orders as a file to import; a cell for the main branch stays empty. */
export function ordersFile(orders: readonly SampleOrder[]): string {
  const rows = orders.map((order) => ({
    external_id: order.externalId,
    customer_external_id: order.customerExternalId,
    type: order.type,
    status: order.status,
    amount: order.amount,
    currency: SAMPLE_CURRENCY,
    created_at: order.orderedAt,
    source: order.source,
    branch: order.branch === 'main' ? '' : branchCell(order.branch),
  }))
  return stringify(rows, { header: true })
}

function branchCell(branch: SampleBranch): string {
  return branch === 'main' ? branch : SAMPLE_BRANCH_NAMES[branch]
}
