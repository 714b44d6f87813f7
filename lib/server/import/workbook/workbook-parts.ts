import { posix } from 'node:path'
import { FileRefusal } from '@/lib/server/import/refusal'
import type { Archive } from './archive'
import { readWholeXml } from './xml-events'

/** The sheets of a workbook that hold cells, in its order, and where its other parts are. */
export type WorkbookParts = {
  sheets: { name: string; part: string; hidden: boolean }[]
  sharedStrings: string
  styles: string
  /** Whether days are counted from 1904, as by old Macintoshes. */
  from1904: boolean
}

type Relation = { id: string; type: string; part: string }

/** More than anybody chooses from, and few enough to be told. */
const SHEETS_LIMIT = 1_000

/** @throws FileRefusal where it is no workbook, or one of a kind that is not read. */
export async function readParts(archive: Archive): Promise<WorkbookParts> {
  const root = await readRelations(archive, '')
  const workbook = root.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
  if (workbook.endsWith('.bin')) throw new FileRefusal('is a binary workbook (XLSB): save it as XLSX')
  if (!archive.names.has(workbook)) throw new FileRefusal('is an archive, and no workbook')
  const relations = await readRelations(archive, workbook)
  const worksheets = new Map(relations.filter(({ type }) => type === 'worksheet').map(({ id, part }) => [id, part]))
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.part ?? ''
  const sheets: WorkbookParts['sheets'] = []
  let from1904 = false
  await readWholeXml(archive.read(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const id = attributes['r:id'] ?? Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
      const part = worksheets.get(id ?? '')
      const hidden = (attributes.state ?? 'visible') !== 'visible'
      if (part !== undefined) sheets.push({ name: attributes.name ?? '', part, hidden })
      if (sheets.length > SHEETS_LIMIT) throw new FileRefusal(`has more than ${SHEETS_LIMIT} sheets`)
    },
  })
  return { sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles'), from1904 }
}

/** What a part refers to inside the archive; what lies outside is never asked for. */
async function readRelations(archive: Archive, part: string): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const rels = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const relations: Relation[] = []
  if (!archive.names.has(rels)) return relations
  await readWholeXml(archive.read(rels), {
    open(name, { Id, Type = '', Target = '', TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || Id === undefined) return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target })
    },
  })
  return relations
}
