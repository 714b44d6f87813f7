/** Code or data as it is typed; what is wider than its place scrolls by itself, also by keyboard. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section aria-label={label} tabIndex={0} className="max-h-96 overflow-auto rounded-box border bg-raised">
      <pre className="w-max min-w-full p-3 font-mono text-xs leading-5">
        <code>{children}</code>
      </pre>
    </section>
  )
}
