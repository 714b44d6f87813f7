import { z } from 'zod'
import { line } from '@/lib/text-fields'
import { VIEW_NAME_LIMIT, type ViewAct } from './saved-view'

/** Longer than the page makes any query; what is kept of it is decided by `keptQuery`. */
const QUERY_CAP = 4_000

const id = z.uuid('This is no saved view.')
const name = line('what the view is called', VIEW_NAME_LIMIT)
const query = z.string().max(QUERY_CAP, 'This view has too many choices to be kept.')

/** What the forms of saved views send, by what they do. */
export const viewForms = {
  save: z.object({ name, query }),
  rename: z.object({ id, name }),
  replace: z.object({ id, query }),
  remove: z.object({ id }),
} satisfies Record<ViewAct, z.ZodType>
