import { readEnv } from '@/lib/env'
import { IMPORT_BYTES_LIMIT, importedSchema, importSchema } from '@/lib/imports/contract'
import { requireCaller } from '@/lib/server/auth/caller'
import { getPool } from '@/lib/server/database'
import { importTexts } from '@/lib/server/import/import-texts'
import { readKeyedBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

/** Imports customers and orders from CSV, all of them or nothing, once for each `Idempotency-Key`. */
export const POST = route('/api/imports', async (request) => {
  const caller = await requireCaller(request, 'import')
  const { body: texts, once } = await readKeyedBody(request, importSchema, IMPORT_BYTES_LIMIT)
  const currencyGiven = readEnv().BUSINESS_CURRENCY !== undefined
  const counts = await importTexts(getPool(), { caller, once, texts, currencyGiven })
  return Response.json(importedSchema.parse({ success: true, ...counts }), { status: 201 })
})
