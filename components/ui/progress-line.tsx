/** A thin line at the top of the window while figures are fetched again; what is shown stays until they are there. */
export function ProgressLine({ active }: { active: boolean }) {
  if (!active) return null
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden print:hidden"
    >
      <div className="progress-line h-full w-2/5 bg-accent" />
    </div>
  )
}
