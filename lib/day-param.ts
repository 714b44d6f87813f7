import { z } from 'zod'
import { FIRST_DAY, LAST_DAY } from './read-day'

/** A local day of the business as a parameter, as 2026-03-31. */
export const dayParam = z.iso
  .date('must be a day, as 2026-03-31')
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, 'must lie in 1900 to 2199')
  .optional()
