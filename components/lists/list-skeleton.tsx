import { Skeleton } from '@/components/ui/skeleton'
import { PAGE_SIZE } from '@/lib/customer-groups/param-readers'

/** A list's page while it is coming, as high as a full one. */
export function ListSkeleton() {
  return (
    <div className="appear-late">
      <p className="sr-only">Loading</p>
      <div className="flex h-14 items-start justify-between">
        <Skeleton className="h-8 w-40" />
        <Skeleton className="h-10 w-32" />
      </div>
      <Skeleton className="mt-5 h-10 w-full max-w-3xl" />
      <div className="mt-4 rounded-box border bg-surface md:pt-10">
        {Array.from({ length: PAGE_SIZE }, (_, row) => row).map((row) => (
          <div key={row} className="flex h-14 items-center gap-6 border-t px-4 max-md:h-48">
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-4 w-16" />
          </div>
        ))}
        <div className="h-14 border-t" />
      </div>
    </div>
  )
}
