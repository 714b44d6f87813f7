import type { Business } from '@/lib/business'

/** Whose figures these are, with a mark where they are only a sample. */
export function BusinessName({ business }: { business: Business }) {
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
      <span
        className="line-clamp-1 wrap-anywhere font-semibold text-[15px] leading-5 tracking-tight lg:line-clamp-3"
        dir="auto"
      >
        {business.name}
      </span>
      {business.isSample && (
        <span className="rounded bg-warn-ground px-1.5 py-0.5 font-medium text-warn-ink text-xs">Sample data</span>
      )}
    </div>
  )
}
