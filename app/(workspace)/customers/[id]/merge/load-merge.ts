import type { Caller } from '@/db/access'
import { getMergePreview } from '@/db/queries/merge-preview'
import type { MergePreview } from '@/lib/customers/merging'
import { RequestError } from '@/lib/failure'
import { getDatabase } from '@/lib/server/database'

/** What a merge with the customer named in the URL would do, why it can not be, or that nobody is chosen. */
type LoadedMerge = { preview: MergePreview | null; refusal: string | null }

export async function loadMerge(caller: Caller, id: string, withId: string | undefined): Promise<LoadedMerge> {
  if (!withId) return { preview: null, refusal: null }
  try {
    const preview = await getMergePreview(getDatabase(), caller, id, withId)
    return { preview, refusal: preview ? null : 'There is no such customer to merge with.' }
  } catch (error) {
    if (error instanceof RequestError) return { preview: null, refusal: error.message }
    throw error
  }
}
