import { IMPORT_COLUMN_WORDS } from '@/lib/format/import-words'
import type { ImportPreview, PreviewSample } from '@/lib/imports/job'
import type { FileKind } from '@/lib/imports/mapping'

const LISTS = [
  ['customers_changed', 'customers', 'Customers that would change'],
  ['orders_changed', 'orders', 'Orders that would change'],
  ['customers_created', 'customers', 'New customers'],
  ['orders_created', 'orders', 'New orders'],
] as const

/** Some of what would change, before and after, and some of what would be new. */
export function PreviewSamples({ preview: { samples } }: { preview: ImportPreview }) {
  return LISTS.map(([name, kind, title]) => {
    const rows = samples[name]
    if (rows.length === 0) return null
    return (
      <details key={name} open={name.endsWith('changed')} className="mt-3 rounded-box border">
        <summary className="cursor-pointer px-4 py-2.5 font-medium text-sm">
          {title}: {rows.length === 1 ? 'one' : `the first ${rows.length}`}
        </summary>
        <ul>
          {rows.map((row) => (
            <Sample key={row.external_id} {...{ row, kind }} isNew={name.endsWith('created')} />
          ))}
        </ul>
      </details>
    )
  })
}

function Sample({ row, kind, isNew }: { row: PreviewSample; kind: FileKind; isNew: boolean }) {
  return (
    <li className="border-t px-4 py-2.5 text-sm">
      <bdi className="font-medium">{row.external_id}</bdi>
      <dl className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5 text-ink-soft">
        {row.fields.map(({ name, before, after }) => (
          <div key={name} className="flex min-w-0 flex-wrap gap-x-1.5">
            <dt>{IMPORT_COLUMN_WORDS[kind][name] ?? name}</dt>
            <dd className="min-w-0 text-ink wrap-anywhere">
              {!isNew && (
                <>
                  <span className="sr-only">before: </span>
                  <del className="text-ink-soft">
                    <bdi>{before ?? 'none'}</bdi>
                  </del>{' '}
                  <span aria-hidden="true">→ </span>
                  <span className="sr-only">after: </span>
                </>
              )}
              <bdi>{after ?? 'none'}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
