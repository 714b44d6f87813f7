import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { NamedRow } from '@/db/commands/import/named-rows'
import { foldName, freeKey, slugOf } from '@/lib/key-from-name'

/** Finds groups or branches by key or name, without regard to case, and makes those that are not there yet. */
export class NameRegister {
  readonly created: NamedRow[] = []
  private readonly byName = new Map<string, string>()
  private readonly namedAlone = new Map<string, string>()

  /** `kind` begins the keys of names that have no Latin letter or digit. */
  constructor(
    existing: NamedRow[],
    private readonly kind: 'group' | 'branch',
  ) {
    for (const { id, key } of existing) this.byName.set(foldName(key), id)
    for (const { id, name } of existing) this.namedAlone.set(foldName(name), id)
    for (const { id, name } of existing) if (!this.byName.has(foldName(name))) this.byName.set(foldName(name), id)
  }

  /** The id of the row with this key or name; `name` is what it is called where `text` is its key. */
  idOf(text: string, name: string | null = null): string {
    const known = this.byName.get(foldName(text)) ?? (name && this.namedAlone.get(foldName(name)))
    if (known) return known
    const row = { id: uuidv7(), key: this.freeKey(text), name: name ?? text }
    this.created.push(row)
    this.byName.set(foldName(text), row.id)
    this.namedAlone.set(foldName(row.name), row.id)
    this.byName.set(row.key, row.id)
    return row.id
  }

  /** Taken are also names, or a later import would find another row by this key. */
  private freeKey(name: string): string {
    const slug = slugOf(name) || `${this.kind}-${createHash('sha256').update(foldName(name)).digest('hex').slice(0, 8)}`
    return freeKey(slug, (key) => this.byName.has(key))
  }
}
