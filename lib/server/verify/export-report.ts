import type { Database } from '@/db/client'
import { RequestError } from '@/lib/failure'
import { formatExactTime } from '@/lib/format/date'
import { formatDecimal } from '@/lib/format/number'
import { toMajor } from '@/lib/money'
import { CommandError } from '@/lib/server/launch/command'
import { readExport, UnreadableExport } from './read-export'
import { agrees, type CheckedFigure, verifyExport } from './verify-export'

/** A file and, where it does not say so itself, what it is of: a query string, and the codes of the branches seen. */
export type GivenExport = { path: string; query: string | undefined; branches: string | undefined }

/** Compares a file with the database and prints every figure with its sides. Resolves to the exit code. */
export async function reportExport(db: Database, { path, query, branches }: GivenExport): Promise<number> {
  try {
    const file = await readExport(path)
    const given = query === undefined ? file.of : { query, branches: branches?.split(',') ?? file.of?.branches ?? null }
    const { asOf, timeZone, figures } = await verifyExport(db, { ...file, of: given })
    console.log(`\n${path}, as of ${formatExactTime(asOf, timeZone)}\n`)
    for (const figure of figures) console.log(describe(figure))
    const differs = figures.filter((figure) => !agrees(figure)).length
    console.log(differs === 0 ? '\nThe file agrees with the records.' : `\n${ADVICE}`)
    return differs === 0 ? 0 : 1
  } catch (error) {
    const isMendable = error instanceof UnreadableExport || error instanceof RequestError
    throw isMendable ? new CommandError(error.message) : error
  }
}

const ADVICE =
  'The file does not agree with the records: it was changed, or orders of its period were recorded, changed or merged since.'

function describe(figure: CheckedFigure): string {
  const { name, inRows, stated, inDatabase, digits } = figure
  const shown = (value: number) => formatDecimal(toMajor(value, digits), digits)
  if (agrees(figure)) return `agrees   ${name}: ${shown(inRows)}`
  const says = stated === null || stated === inRows ? '' : `, the file says ${shown(stated)}`
  return `DIFFERS  ${name}: rows of the file ${shown(inRows)}, records ${shown(inDatabase)}${says}`
}
