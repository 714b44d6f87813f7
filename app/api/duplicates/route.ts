import { findDuplicates } from '@/db/queries/duplicates'
import { duplicateQuestionSchema } from '@/lib/customers/finding'
import { requireCaller } from '@/lib/server/auth/caller'
import { getDatabase } from '@/lib/server/database'
import { readJsonBody } from '@/lib/server/request-body'
import { route } from '@/lib/server/respond'

/** Tells who may be the same as somebody who is being registered. */
export const POST = route('/api/duplicates', async (request) => {
  const caller = await requireCaller(request, 'enter')
  const question = await readJsonBody(request, duplicateQuestionSchema)
  return Response.json({ success: true, ...(await findDuplicates(getDatabase(), caller, question)) })
})
