/** A text of any length and script in two lines; where there is none a dash, which is not read out. */
export function ShortText({ children }: { children: string | null }) {
  if (children === null)
    return (
      <span aria-hidden="true" className="text-ink-soft">
        –
      </span>
    )
  return <bdi className="wrap-anywhere line-clamp-2">{children}</bdi>
}
