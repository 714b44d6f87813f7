import { Skeleton } from '@/components/ui/skeleton'

/** The whole page while its figures are on their way. */
export function GroupsSkeleton() {
  return (
    <>
      <div className="flex h-10 items-center">
        <h1 className="font-semibold text-2xl tracking-tight">Customer groups</h1>
      </div>
      <div className="appear-late mt-5 flex gap-2 md:pt-5">
        <Skeleton className="h-10 w-36" />
        <Skeleton className="h-10 w-56" />
      </div>
      <FiguresSkeleton />
    </>
  )
}

/** The three figures and five cards, as high as they will be. */
export function FiguresSkeleton() {
  return (
    <div className="appear-late mt-4">
      <p role="status" className="sr-only">
        Loading the figures
      </p>
      <div className="h-[15.9rem] rounded-box border bg-surface sm:h-[7.4rem]" />
      <Skeleton className="mt-6 h-6 w-20" />
      <div className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(100%,16.5rem),1fr))] gap-3">
        {['one', 'two', 'three', 'four', 'five'].map((place) => (
          <div key={place} className="h-[19.9rem] rounded-box border bg-surface p-5">
            <Skeleton className="h-5 w-28" />
            <Skeleton className="mt-4 h-8 w-20" />
            <Skeleton className="mt-8 h-4 w-full" />
            <Skeleton className="mt-4 h-4 w-full" />
          </div>
        ))}
      </div>
    </div>
  )
}
