import { Skeleton } from '@/components/ui/skeleton'

/** A form of the size of what is coming, while the browser reads what was typed before. */
export function FormSkeleton() {
  return (
    <div className="appear-late mt-4 max-w-160 rounded-box border bg-surface p-4 sm:p-6">
      <p className="sr-only">Loading</p>
      {['first', 'second', 'third', 'fourth', 'fifth'].map((field) => (
        <div key={field} className="mb-5">
          <Skeleton className="h-4 w-24" />
          <Skeleton className="mt-2 h-10 w-full" />
        </div>
      ))}
    </div>
  )
}
