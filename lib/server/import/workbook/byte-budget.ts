import { inMegabytes } from '@/lib/server/import/limits'
import { FileRefusal } from '@/lib/server/import/refusal'

/** What may still come out of a workbook: counted as it comes, for what an archive says of itself may be wrong. */
export class ByteBudget {
  private used = 0

  constructor(private readonly limit: number) {}

  /** @throws FileRefusal once more was taken than the limit. */
  take(bytes: number): void {
    this.used += bytes
    if (this.used > this.limit) throw new FileRefusal(`unpacks to more than ${inMegabytes(this.limit)}`)
  }
}
