import { z } from 'zod'
import type { Caller } from '@/db/access'
import type { Database } from '@/db/client'
import { createApiKey, revokeApiKey } from '@/db/commands/api-keys'
import { apiKeySchema } from '@/lib/accounts/contract'
import type { FormResult } from '@/lib/accounts/form-result'
import { getDatabase } from '@/lib/server/database'
import { actionCaller } from './caller'
import { handleForm } from './form'
import { newApiKey } from './secrets'

type KeyMaker = { db: Database; caller: Caller }

async function actionKeyMaker(): Promise<KeyMaker> {
  return { caller: await actionCaller('administer'), db: getDatabase() }
}

/** Makes a key for a program. It is in the answer, and nowhere afterwards. */
export async function makeKey(input: unknown, given?: KeyMaker): Promise<FormResult<{ key: string }>> {
  const { db, caller } = given ?? (await actionKeyMaker())
  return handleForm(apiKeySchema, input, async (request) => {
    const { key, ...kept } = newApiKey()
    await createApiKey(db, caller, request, kept)
    return { ok: true, key }
  })
}

/** Ends the key `key_id` at once. */
export async function endKey(input: unknown, given?: KeyMaker): Promise<FormResult> {
  const { db, caller } = given ?? (await actionKeyMaker())
  return handleForm(z.object({ key_id: z.string() }), input, async ({ key_id: id }) => {
    await revokeApiKey(db, caller, id)
    return { ok: true }
  })
}
