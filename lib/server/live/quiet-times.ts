import type { Scope } from '@/db/access'
import type { Change } from '@/lib/live/contract'

/** When something was last changed, by branch; instants are milliseconds since 1970 on the database's clock. */
export class QuietTimes {
  private begun: number | null = null
  private everybody = 0
  private all = 0
  private readonly byBranch = new Map<string, number>()

  /** From `at` on every change is noted; what was before is not known. */
  begin(at: number): void {
    this.forget()
    this.begun = at
  }

  forget(): void {
    this.begun = null
    this.everybody = 0
    this.all = 0
    this.byBranch.clear()
  }

  /** A change of these branches, of everything where they are null. */
  note(branchIds: Change['branch_ids'], at: number): void {
    this.all = at
    if (branchIds === null) this.everybody = at
    else for (const id of branchIds) this.byBranch.set(id, at)
  }

  /** The latest instant at which something in the scope may have been changed; null while that is not known. */
  since({ branches }: Scope): number | null {
    if (this.begun === null) return null
    if (branches === 'all') return Math.max(this.begun, this.all)
    return Math.max(this.begun, this.everybody, ...branches.map((id) => this.byBranch.get(id) ?? 0))
  }
}
