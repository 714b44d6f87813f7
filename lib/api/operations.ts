import type { Operation } from './operation'
import { CUSTOMERS } from './operations/customers'
import { EXPORTS } from './operations/exports'
import { FIGURES } from './operations/figures'
import { IMPORTS } from './operations/imports'
import { ORDERS } from './operations/orders'
import { SERVICE } from './operations/service'

/** Everything that a program can ask for, in the order in which it is told. A test compares it with the routes. */
export const OPERATIONS: readonly Operation[] = [
  ...FIGURES,
  ...CUSTOMERS,
  ...ORDERS,
  ...IMPORTS,
  ...EXPORTS,
  ...SERVICE,
]
