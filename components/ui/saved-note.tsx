import { Check } from 'lucide-react'

/** What was saved, beside the button that saved it; read out when it appears. */
export function SavedNote({ shown, children }: { shown: boolean; children: string }) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-good text-sm">
      {shown && (
        <>
          <Check aria-hidden="true" className="size-4" />
          {children}
        </>
      )}
    </p>
  )
}
