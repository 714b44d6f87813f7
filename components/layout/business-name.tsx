import type { Business } from '@/lib/business'
import type { SignedIn } from '@/lib/signed-in'

type BusinessNameProps = { business: Pick<Business, 'name' | 'isSample'>; branchNames?: SignedIn['branchNames'] }

/** Whose figures these are, of which branches where not of all, with a mark where they are only a sample. */
export function BusinessName({ business, branchNames = null }: BusinessNameProps) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span className="max-w-full truncate font-semibold text-[15px] tracking-tight" dir="auto">
        {business.name}
      </span>
      {branchNames && (
        <span className="max-w-full truncate text-ink-soft text-sm" dir="auto" title={branchNames.join(', ')}>
          {branchNames.length === 0 ? 'No branch' : branchNames.join(', ')}
        </span>
      )}
      {business.isSample && (
        <span className="rounded bg-warn-ground px-1.5 py-0.5 font-medium text-warn-ink text-xs">Sample data</span>
      )}
    </div>
  )
}
