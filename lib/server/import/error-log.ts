import { type FileHandle, open } from 'node:fs/promises'
import { stringify } from 'csv-stringify/sync'
import { neutralise } from '@/lib/csv/formula-text'
import { RFC_4180 } from '@/lib/csv/rfc-4180'
import type { Reason, RowError } from '@/lib/csv/row-error'

/** What is wrong with the files, in short. `file` holds every error, or is null where it could not be written. */
export type ErrorSummary = {
  total: number
  byReason: { reason: Reason; count: number }[]
  /** The first ones met. */
  first: RowError[]
  file: string | null
}

const SHOWN_FIRST = 20
const BATCH_ROWS = 500
const VALUE_CHARACTERS_LIMIT = 1_000
const COLUMNS = ['file', 'line', 'column', 'value', 'reason']

/** Counts errors and writes them to a CSV file as they come; memory holds the first few. The first error makes the file. */
export class ErrorLog {
  total = 0
  private readonly first: RowError[] = []
  private readonly counts = new Map<Reason, number>()
  private batch: string[][] = []
  private handle: FileHandle | undefined
  private isWritable = true

  /** `nameOf` is what the files are called in it. */
  constructor(
    private readonly path: string,
    private readonly nameOf: (file: string) => string = (file) => file,
  ) {}

  async add(error: RowError): Promise<void> {
    this.total += 1
    this.counts.set(error.reason, (this.counts.get(error.reason) ?? 0) + 1)
    const shown = { ...error, file: this.nameOf(error.file), value: shorten(error.value) }
    if (this.first.length < SHOWN_FIRST) this.first.push(shown)
    this.batch.push([shown.file, String(error.line), error.column, shown.value, error.reason].map(neutralise))
    if (this.batch.length >= BATCH_ROWS) await this.flush()
  }

  /** Writes what is left and says what there was. */
  async finish(): Promise<ErrorSummary> {
    await this.flush()
    await this.handle?.close().catch(() => {
      this.isWritable = false
    })
    const byReason = [...this.counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
    const file = this.total > 0 && this.isWritable ? this.path : null
    return { total: this.total, byReason, first: this.first, file }
  }

  /** A folder that can not be written to must not hide the errors themselves: they are still counted and shown. */
  private async flush(): Promise<void> {
    const rows = this.batch
    this.batch = []
    if (rows.length === 0 || !this.isWritable) return
    try {
      const isNew = this.handle === undefined
      this.handle ??= await open(this.path, 'w')
      const text = stringify(isNew ? [COLUMNS, ...rows] : rows, RFC_4180)
      await this.handle.appendFile(isNew ? `\ufeff${text}` : text)
    } catch {
      this.isWritable = false
    }
  }
}

/** U+0000 would cut the value off in many programs, so its picture stands for it. */
function shorten(value: string): string {
  const visible = value.replaceAll('\u0000', '\u2400')
  return visible.length > VALUE_CHARACTERS_LIMIT ? `${visible.slice(0, VALUE_CHARACTERS_LIMIT)}…` : visible
}
