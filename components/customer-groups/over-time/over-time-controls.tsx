import { SelectField } from '@/components/ui/select-field'
import { optionsOf } from '@/components/ui/select-options'
import { bucketsThatFit } from '@/lib/customer-groups/buckets'
import type { SeriesAnswer } from '@/lib/customer-groups/series'
import type { SeriesParams } from '@/lib/customer-groups/series-params'
import { type Bucket, SERIES_MEASURES, type SeriesMeasure } from '@/lib/definitions'
import { SERIES_MEASURE_WORDS } from '@/lib/format/words'

const BY_WORDS: Record<Bucket, string> = { day: 'By day', week: 'By week', month: 'By month' }
const DAY_MS = 86_400_000

export type OverTimeChoices = {
  measure: SeriesMeasure
  onMeasure: (measure: SeriesMeasure) => void
  /** What was asked for; where that is `auto`, what the answer has is shown as chosen. */
  bucket: SeriesParams['bucket']
  onBucket: (bucket: Bucket) => void
}

type OverTimeControlsProps = OverTimeChoices & { answer: SeriesAnswer }

/** What is looked at, and by which parts of the period; parts of which there would be too many are not offered. */
export function OverTimeControls({ answer, measure, onMeasure, bucket, onBucket }: OverTimeControlsProps) {
  const { from, to } = answer.meta
  const days = Math.ceil((Date.parse(to) - Date.parse(from)) / DAY_MS)
  return (
    <fieldset className="mb-4 flex flex-wrap gap-2">
      <legend className="sr-only">Figures over time</legend>
      <SelectField
        label="Figure"
        value={measure}
        options={optionsOf(SERIES_MEASURES, SERIES_MEASURE_WORDS)}
        onChange={onMeasure}
      />
      <SelectField
        label="Parts"
        value={bucket === 'auto' ? answer.bucket : bucket}
        options={optionsOf(bucketsThatFit(days), BY_WORDS)}
        onChange={onBucket}
      />
    </fieldset>
  )
}
