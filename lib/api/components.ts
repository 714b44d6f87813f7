import type { z } from 'zod'
import { checkSchema } from '@/lib/agreement/contract'
import { branchSchema } from '@/lib/branch-contract'
import { bridgeStepsSchema } from '@/lib/customer-groups/bridge'
import { groupCustomerSchema, groupStatsSchema, matchedSchema, topCustomerSchema } from '@/lib/customer-groups/contract'
import { placementSchema } from '@/lib/customer-groups/placement'
import { seriesFiguresSchema } from '@/lib/customer-groups/series'
import { foundCustomerSchema } from '@/lib/customers/finding'
import { failureSchema } from '@/lib/failure-contract'
import { pageSchema } from '@/lib/figures'
import { orderSchema, orderStepSchema } from '@/lib/orders/contract'
import { type JsonSchema, toComponents } from './json-schema'
import { OPERATIONS } from './operations'

/** Parts of answers that have a name of their own, so that what is generated of the document has one type for each. */
const PARTS: readonly (readonly [z.ZodType, string])[] = [
  [failureSchema, 'Failure'],
  [branchSchema, 'Branch'],
  [pageSchema, 'Page'],
  [groupStatsSchema, 'GroupStats'],
  [topCustomerSchema, 'TopCustomer'],
  [matchedSchema, 'Matched'],
  [groupCustomerSchema, 'GroupCustomer'],
  [placementSchema, 'Placement'],
  [seriesFiguresSchema, 'SeriesFigures'],
  [bridgeStepsSchema, 'BridgeSteps'],
  [checkSchema, 'Check'],
  [foundCustomerSchema, 'FoundCustomer'],
  [orderSchema, 'Order'],
  [orderStepSchema, 'OrderStep'],
]

/** The named schemas of the document: what is sent, what is answered, and the parts of answers. */
export function componentSchemas(): Record<string, JsonSchema> {
  const sent = OPERATIONS.flatMap(({ body }) => (body ? [[body.schema, body.name] as const] : []))
  const answered = OPERATIONS.flatMap(({ answer }) =>
    answer.kind === 'file' ? [] : [[answer.schema, answer.name] as const],
  )
  return {
    ...toComponents(new Map([...PARTS, ...answered]), 'output'),
    ...toComponents(new Map(sent), 'input'),
  }
}

/** How the document refers to a named schema. */
export function refTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` }
}
