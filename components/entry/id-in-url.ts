import { createParser } from 'nuqs'
import { z } from 'zod'

/** An id in the URL; anything else there is none. */
export const idInUrl = createParser({
  parse: (text) => z.uuid().safeParse(text).data ?? null,
  serialize: String,
})
