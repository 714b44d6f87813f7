import type { FileDetails } from '@/lib/imports/job'

/** The first rows of a file as they are read; whatever is wrong with encoding or separator is seen here. */
export function FirstRows({ name, details: { headers, first_rows } }: { name: string; details: FileDetails }) {
  return (
    <div className="min-w-0">
      <p className="font-medium text-sm">The first rows as they are read</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <section tabIndex={0} aria-label={`First rows of ${name}`} className="mt-2 overflow-x-auto rounded-box border">
        <table className="w-full text-sm">
          <thead className="bg-raised text-ink-soft text-xs">
            <tr>
              {headers.map((header, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns may have one name, and only their place tells them apart.
                <th key={at} scope="col" className="whitespace-nowrap px-3 py-2 text-left font-medium">
                  <bdi>{header}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {first_rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows may say the same, and never move.
              <tr key={row} className="border-t">
                {cells.map((cell, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above.
                  <td key={at} className="max-w-60 truncate whitespace-nowrap px-3 py-2">
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
