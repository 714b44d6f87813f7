import { z } from 'zod'
import { placementSchema } from '@/lib/customer-groups/placement'
import { instant } from './row-values'

/** Why a customer is in its group, as PostgreSQL's JSON has it: instants with offsets. */
export const placementRow = z
  .looseObject({ since: instant.nullish(), first_order_date: instant.nullish() })
  .transform((row) => placementSchema.parse(row))
