'use client'

/** What the workspace's own failure page could not show; so plain because its code comes along with every page. */
export default function RootFailure({ error }: { error: Error & { digest?: string } }) {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <h1 className="mb-4 font-semibold text-2xl tracking-tight">This page could not be shown</h1>
      <p role="alert" className="text-ink-soft">
        The server could not read its records. Nothing was changed or lost. Try again in a moment; if it stays so, look
        at the server’s log{error.digest ? ` for ${error.digest}` : ''}.
      </p>
      <button
        type="button"
        onClick={() => window.location.reload()}
        className="mt-6 h-10 rounded-box border border-line bg-surface px-3 font-medium text-sm hover:border-line-strong"
      >
        Try again
      </button>
    </main>
  )
}
