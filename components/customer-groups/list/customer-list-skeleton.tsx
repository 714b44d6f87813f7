import { Skeleton } from '@/components/ui/skeleton'

/** As high as the list that is coming. */
export function CustomerListSkeleton({ rows }: { rows: number }) {
  return (
    <div className="appear-late border-t px-4 py-3">
      <p className="sr-only">Loading the customers</p>
      <Skeleton className="h-10 w-64 max-w-full" />
      <div className="mt-4">
        {Array.from({ length: Math.max(1, rows) }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-[57px] items-center gap-6 border-t">
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-12" />
            <Skeleton className="h-4 w-28" />
          </div>
        ))}
      </div>
    </div>
  )
}
