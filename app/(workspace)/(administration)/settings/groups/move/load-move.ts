import type { Caller } from '@/db/access'
import { listBranches } from '@/db/queries/branches'
import { getBusiness } from '@/db/queries/business'
import { listGroupSettings } from '@/db/queries/group-settings'
import { previewMove } from '@/db/queries/move-preview'
import { type FailedField, RequestError } from '@/lib/failure'
import { getDatabase } from '@/lib/server/database'
import { type Move, moveSchema } from '@/lib/settings/contract'
import type { MovePreview } from '@/lib/settings/shown'

type Query = Record<string, string | string[] | undefined>

/** What the page shows: the form as the link has it and, once both groups are chosen, what the move would do. */
export async function loadMove(caller: Caller, query: Query) {
  const db = getDatabase()
  const texts = Object.fromEntries(
    Object.keys(moveSchema.shape).map((name) => [name, [query[name] ?? ''].flat()[0] ?? '']),
  )
  const [business, groups, branches, { preview, move, problems }] = await Promise.all([
    getBusiness(db),
    listGroupSettings(db, caller),
    listBranches(db, caller.scope),
    ask(caller, texts),
  ])
  const customers = preview?.customers ?? 0
  const toName = preview?.groups[1]?.name ?? ''
  const asked = preview && move && { preview, link: JSON.stringify(move), confirmation: { move, customers, toName } }
  return { business, form: { groups, branches, texts, problems }, asked }
}

type Asked = { preview: MovePreview | null; move: Move | null; problems: FailedField[] }

async function ask(caller: Caller, texts: Record<string, string>): Promise<Asked> {
  if (texts.from === '' && texts.to === '') return { preview: null, move: null, problems: [] }
  const chosen = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
  const parsed = moveSchema.safeParse(chosen)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ name: String(path[0]), message }))
    return { preview: null, move: null, problems }
  }
  try {
    return { preview: await previewMove(getDatabase(), caller, parsed.data), move: parsed.data, problems: [] }
  } catch (error) {
    if (error instanceof RequestError && error.status === 400)
      return { preview: null, move: null, problems: error.fields }
    throw error
  }
}
