import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '@/db/client'
import { business } from '@/db/schema/local'
import { folded } from '@/db/text-folding'
import { RequestError } from '@/lib/failure'

const row = z.object({ text: z.string(), country: z.string() })

/**
 * A text folded as names and search texts are, and the country by whose rules phones are read. Throws RequestError 503
 * where no business is set up.
 */
export async function resolveTexts(db: Pick<Database, 'execute'>, text: string): Promise<z.output<typeof row>> {
  const { rows } = await db.execute(
    sql`select ${folded(sql`${text}::text`)} as text, ${business.country} from ${business}`,
  )
  if (!rows[0]) throw new RequestError(503, 'not_set_up', 'The business is not set up yet: start the server once.')
  return row.parse(rows[0])
}
