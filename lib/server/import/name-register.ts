import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { NamedRow } from '@/db/commands/import/named-rows'

const KEY_CHARACTERS_LIMIT = 50
/** Letters that have no plain letter inside them for Unicode's decomposition to find. */
const PLAIN: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Finds groups or branches by key or name, without regard to case, and makes those that are not there yet. */
export class NameRegister {
  readonly created: NamedRow[] = []
  private readonly byName = new Map<string, string>()

  /** `kind` begins the keys of names that have no Latin letter or digit. */
  constructor(
    existing: NamedRow[],
    private readonly kind: 'group' | 'branch',
  ) {
    for (const { id, key } of existing) this.byName.set(fold(key), id)
    for (const { id, name } of existing) if (!this.byName.has(fold(name))) this.byName.set(fold(name), id)
  }

  /** The id of the row with this key or name. */
  idOf(text: string): string {
    const known = this.byName.get(fold(text))
    if (known) return known
    const row = { id: uuidv7(), key: this.freeKey(text), name: text }
    this.created.push(row)
    this.byName.set(fold(text), row.id)
    this.byName.set(row.key, row.id)
    return row.id
  }

  /** Taken are also names, or a later import would find another row by this key; `all` is what filters call every row. */
  private freeKey(name: string): string {
    const slug = slugOf(name) || `${this.kind}-${createHash('sha256').update(fold(name)).digest('hex').slice(0, 8)}`
    const isFree = (key: string) => key !== 'all' && !this.byName.has(key)
    let key = slug
    for (let count = 2; !isFree(key); count += 1) key = `${slug}-${count}`
    return key
  }
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

function slugOf(name: string): string {
  return fold(name)
    .replace(/[ßæœøłđðþı]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, KEY_CHARACTERS_LIMIT)
    .replace(/^-+|-+$/g, '')
}
