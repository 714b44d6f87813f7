import { FileRefusal } from '@/lib/server/import/refusal'
import type { Archive } from './archive'
import { readWholeXml } from './xml-events'

const STRINGS_LIMIT = 2_000_000

/** The texts that cells refer to by number, without their formats and without how Japanese is pronounced. */
export async function readSharedStrings(archive: Archive, part: string): Promise<string[]> {
  const strings: string[] = []
  const text = new RichText()
  if (!archive.names.has(part)) return strings
  await readWholeXml(archive.read(part), {
    open(name) {
      if (name === 'si') text.begin()
      text.open(name)
    },
    text: (piece) => text.add(piece),
    close(name) {
      text.close(name)
      if (name !== 'si') return
      if (strings.length >= STRINGS_LIMIT) throw new FileRefusal(`has more than ${STRINGS_LIMIT} different texts`)
      strings.push(text.whole)
    },
  })
  return strings
}

/** Gathers a text from its `t` elements, wherever they stand but inside `rPh`. */
export class RichText {
  private pieces = ''
  private isText = false
  private isPhonetic = false

  begin(): void {
    this.pieces = ''
  }

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true
    if (name === 't') this.isText = !this.isPhonetic
  }

  add(piece: string): void {
    if (this.isText) this.pieces += piece
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false
    if (name === 't') this.isText = false
  }

  get whole(): string {
    return unescapeCell(this.pieces)
  }
}

/** Characters that XML can not hold stand as `_x000D_`. */
export function unescapeCell(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
