import { readEnv } from '@/lib/env'
import { importedSchema, importSchema } from '@/lib/imports/contract'
import { requireCaller } from '@/lib/server/auth/caller'
import { getPool } from '@/lib/server/database'
import { importTexts } from '@/lib/server/import/import-texts'
import { uploadLimits } from '@/lib/server/import/limits'
import { readKeyedBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

/** Imports customers and orders from CSV, all of them or nothing, once for each `Idempotency-Key`. */
export const POST = route('/api/imports', async (request) => {
  const caller = await requireCaller(request, 'import')
  const env = readEnv()
  const limits = uploadLimits(env)
  const { body: texts, once } = await readKeyedBody(request, importSchema, limits.bytes)
  const currencyGiven = env.BUSINESS_CURRENCY !== undefined
  const counts = await importTexts(getPool(), { caller, once, texts, currencyGiven, limits })
  return Response.json(importedSchema.parse({ success: true, ...counts }), { status: 201 })
})
