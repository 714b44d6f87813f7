import type { Metadata } from 'next'
import { buttonStyle } from '@/components/ui/button-style'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <h1 className="font-semibold text-2xl tracking-tight">There is no page here</h1>
      <p className="mt-2 text-ink-soft">The address may be mistyped, or what it led to is gone.</p>
      {/* No link of Next's: its code would come along with every page, for one that hardly anybody sees. */}
      <a href="/customer-groups" className={buttonStyle('plain', 'mt-6')}>
        Go to Customer Groups
      </a>
    </main>
  )
}
