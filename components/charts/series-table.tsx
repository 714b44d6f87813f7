import { Amount } from '@/components/ui/amount'
import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { formatBucket, formatPart } from '@/lib/format/bucket'
import { BUCKET_WORDS } from '@/lib/format/words'
import { addMajor } from '@/lib/money'
import type { ChartSeries, ShowPoint } from './chart-series'
import { FiguresTable } from './figures-table'

type SeriesTableProps = {
  title: string
  series: readonly ChartSeries[]
  total: { name: string; values: readonly number[] }
  buckets: readonly SeriesBucket[]
  bucket: Bucket
  timeZone: string
  digits: number
  /** Whether the figures of the buckets add up to the period's; otherwise there is no row that would say so. */
  addsUp: boolean
  explained: ShowPoint | undefined
}

/** What the chart draws, in figures, the latest first; also what it hides. */
export function SeriesTable(props: SeriesTableProps) {
  const { title, series, total, buckets, bucket, timeZone, digits, addsUp, explained } = props
  const columns = [...series, { key: '', ...total }]
  const caption = `${title} by ${BUCKET_WORDS[bucket].toLowerCase()}`
  return (
    <FiguresTable
      caption={caption}
      rowsAre={BUCKET_WORDS[bucket]}
      height="max-h-112"
      headers={columns.map(({ key, name }) => (
        <th key={key} scope="col" className="min-w-20 max-w-40 truncate pl-3 text-right font-medium">
          <bdi title={name}>{name}</bdi>
        </th>
      ))}
    >
      <tbody>
        {buckets.toReversed().map((one, back) => (
          <tr key={one.first_day} className="h-9 border-t">
            <th scope="row" className="sticky left-0 bg-surface py-1 pr-3 text-left font-normal max-sm:min-w-24">
              <span className="block sm:whitespace-nowrap">{formatBucket(one, bucket)}</span>{' '}
              {one.partial && <span className="block text-ink-soft text-xs">{formatPart(one, timeZone)}</span>}
            </th>
            {columns.map(({ key, name, values }, column) => {
              const value = values[buckets.length - 1 - back] ?? 0
              const amount = <Amount value={value} digits={digits} />
              return (
                <td key={key} className="whitespace-nowrap pl-3 text-right">
                  {explained ? explained({ key, name, value, bucket: one, byArrows: column > 0 }, amount) : amount}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
      {addsUp && <TotalRow columns={columns} digits={digits} />}
    </FiguresTable>
  )
}

type TotalRowProps = { columns: readonly { key: string; values: readonly number[] }[]; digits: number }

function TotalRow({ columns, digits }: TotalRowProps) {
  return (
    <tfoot>
      <tr className="h-10 border-t font-semibold">
        <th scope="row" className="sticky left-0 bg-surface pr-3 text-left">
          Whole period
        </th>
        {columns.map(({ key, values }) => (
          <td key={key} className="whitespace-nowrap pl-3 text-right">
            <Amount value={addMajor(values, digits)} digits={digits} />
          </td>
        ))}
      </tr>
    </tfoot>
  )
}
