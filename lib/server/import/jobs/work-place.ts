import { readEnv } from '@/lib/env'
import { getPool } from '@/lib/server/database'
import { uploadLimits } from '@/lib/server/import/limits'
import type { WorkPlace } from './work'

/** Where the imports of this server are done, and what they may have. */
export function workPlace(): WorkPlace {
  const env = readEnv()
  return { pool: getPool(), limits: uploadLimits(env), currencyGiven: env.BUSINESS_CURRENCY !== undefined }
}
