import type { SeriesBucket } from '@/lib/customer-groups/series'
import type { Bucket } from '@/lib/definitions'
import { formatBucketInFull } from '@/lib/format/bucket'
import { formatDecimal } from '@/lib/format/number'
import { BUCKET_WORDS } from '@/lib/format/words'
import type { ChartForm, ChartSeries } from './chart-series'

type BucketInWords = {
  shown: readonly ChartSeries[]
  total: { name: string; values: readonly number[] }
  buckets: readonly SeriesBucket[]
  bucket: Bucket
  timeZone: string
  digits: number
}

/** "16 – 22 Mar 2026: Personal 12, Company 3, All groups 15": the figures of one bucket for those who listen. */
export function bucketInWords({ shown, total, buckets, bucket, timeZone, digits }: BucketInWords, place: number) {
  const one = buckets[place]
  if (!one) return ''
  const figures = [...shown, total].map(({ name, values }) => `${name} ${formatDecimal(values[place] ?? 0, digits)}`)
  return `${formatBucketInFull(one, bucket, timeZone)}: ${figures.join(', ')}`
}

const PARTIAL_LOOKS: Record<ChartForm, string> = {
  lines: 'has a hollow mark and a dotted line',
  stacks: 'is hatched',
}

/** How a partial bucket is drawn, or nothing where every one is whole. */
export function partialInWords(buckets: readonly SeriesBucket[], bucket: Bucket, form: ChartForm): string | null {
  if (!buckets.some(({ partial }) => partial)) return null
  const word = BUCKET_WORDS[bucket].toLowerCase()
  return `A ${word} of which only a part is in the period ${PARTIAL_LOOKS[form]}.`
}
