import { Skeleton } from './skeleton'

/** A page of a title and a table, while it is coming. */
export function TableSkeleton() {
  return (
    <div className="appear-late">
      <p className="sr-only">Loading</p>
      <Skeleton className="h-8 w-40" />
      <Skeleton className="mt-2 h-5 w-72 max-w-full" />
      <div className="mt-5 rounded-box border bg-surface">
        {['first', 'second', 'third', 'fourth', 'fifth'].map((row) => (
          <div key={row} className="flex h-14 items-center gap-6 border-t px-4 first:border-t-0">
            <Skeleton className="h-4 flex-1" />
            <Skeleton className="h-4 w-24" />
          </div>
        ))}
      </div>
    </div>
  )
}
