'use client'

import { PageFailure } from '@/components/layout/page-failure'

export default function RootFailure(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <PageFailure {...props} />
    </main>
  )
}
