import { z } from 'zod'

const FIRST_DAY = '1900-01-01'
const LAST_DAY = '2199-12-31'

/** A local day of the business as a parameter, as 2026-03-31. */
export const dayParam = z.iso
  .date('must be a day, as 2026-03-31')
  .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, 'must lie in 1900 to 2199')
  .optional()
