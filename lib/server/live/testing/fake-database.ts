import type { ChannelHearer } from '@/db/listen'
import type { Change } from '@/lib/live/contract'
import type { Connect } from '@/lib/server/live/listener'

/** A database's channel without a database: for tests of time and of what goes wrong. */
export class FakeDatabase {
  /** How far its clock is ahead, in milliseconds; 'gone' where it does not answer. */
  clock: number | 'gone' = 0
  refuses = false
  tries = 0
  readonly open = new Set<ChannelHearer>()

  readonly connect: Connect = async (hearer) => {
    this.tries += 1
    if (this.refuses) throw new Error('refused')
    this.open.add(hearer)
    const now = async () => {
      if (this.clock === 'gone') throw new Error('no answer')
      return Date.now() + this.clock
    }
    const end = async () => {
      this.open.delete(hearer)
    }
    return { now, end }
  }

  notify(payload: string): void {
    for (const { hear } of this.open) hear(payload)
  }

  tell(change: Partial<Change>): void {
    this.notify(JSON.stringify({ ...ORDER_MADE, ...change }))
  }

  /** Every connection breaks. */
  drop(): void {
    for (const { lost } of this.open) lost(new Error('terminated'))
  }
}

export const ORDER_MADE: Change = {
  kind: 'order',
  act: 'created',
  id: '0197a1c0-0000-7000-8000-000000000001',
  customer_id: '0197a1c0-0000-7000-8000-000000000002',
  version: 1,
  branch_ids: null,
}
