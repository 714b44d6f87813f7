import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { type Scope, systemScope } from '@/db/access'
import type { Way } from '@/db/bench/rounds'
import { scopeOfBranch } from '@/db/bench/scope-of-branch'
import { getCustomersPage } from '@/db/queries/customers-list-page'
import { getOrdersPage } from '@/db/queries/orders-list-page'
import { customersParamsSchema } from '@/lib/customers/list'
import { ordersParamsSchema } from '@/lib/orders/list'

type Asked = Record<string, string>

/** A page of each list: the first, the last, each sort, a common and a rare search, and for somebody of one branch. */
export async function listWays(db: NodePgDatabase): Promise<Way[]> {
  const [all, north] = [systemScope(), await scopeOfBranch(db, 'north')]
  const customers = (name: string, asked: Asked = {}, scope: Scope = all) => ({
    name: `customers: ${name}`,
    run: () => getCustomersPage(db, scope, customersParamsSchema.parse(asked)),
  })
  const orders = (name: string, asked: Asked = {}, scope: Scope = all) => ({
    name: `orders: ${name}`,
    run: () => getOrdersPage(db, scope, ordersParamsSchema.parse(asked)),
  })
  const lastCustomers = await lastPage(customers('').run)
  const lastOrders = await lastPage(orders('').run)
  return [
    customers('first page'),
    customers('last page', { page: lastCustomers }),
    customers('by name, descending', { dir: 'desc' }),
    customers('by registration', { sort: 'registered', dir: 'desc' }),
    customers('by registration, last page', { sort: 'registered', dir: 'desc', page: lastCustomers }),
    customers('by last order', { sort: 'last_order', dir: 'desc' }),
    customers('by last order, last page', { sort: 'last_order', dir: 'desc', page: lastCustomers }),
    customers('common search', { q: 'asha' }),
    customers('rare search', { q: 'njau 4242' }),
    customers('search of nobody', { q: 'nobody at all' }),
    customers('one group and branch', { group: 'company', branch: 'north' }),
    customers('one branch may be seen', {}, north),
    customers('one branch may be seen, by last order', { sort: 'last_order', dir: 'desc' }, north),
    customers('one branch may be seen, common search', { q: 'asha' }, north),
    orders('first page'),
    orders('last page', { page: lastOrders }),
    orders('by amount', { sort: 'amount' }),
    orders('by entry', { sort: 'entered' }),
    orders('by entry, last page', { sort: 'entered', page: lastOrders }),
    orders('common search', { q: 'asha' }),
    orders('rare search', { q: 'njau 4242' }),
    orders('one group and type', { group: 'company', type: 'service' }),
    orders('a month', { from: '2026-03-01', to: '2026-03-31' }),
    orders('one branch may be seen', {}, north),
    orders('one branch may be seen, common search', { q: 'asha' }, north),
  ]
}

async function lastPage(run: () => Promise<{ page: { total: number; size: number } }>): Promise<string> {
  const { page } = await run()
  return String(Math.max(1, Math.ceil(page.total / page.size)))
}
