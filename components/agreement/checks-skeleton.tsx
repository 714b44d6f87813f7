import { Skeleton } from '@/components/ui/skeleton'

/** The checks while they are worked out, which takes a few seconds where there are many records. */
export function ChecksSkeleton() {
  return (
    <div className="mt-5">
      <p role="status" className="text-ink-soft text-sm">
        Checking …
      </p>
      <div className="mt-4 rounded-box border bg-surface">
        {Array.from({ length: 32 }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-14 items-center gap-6 border-t px-4 first:border-t-0 max-md:h-32">
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-32" />
            <Skeleton className="h-4 w-20" />
          </div>
        ))}
      </div>
    </div>
  )
}
