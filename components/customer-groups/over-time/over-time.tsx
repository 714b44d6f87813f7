import { memo } from 'react'
import { SeriesChart } from '@/components/charts/series-chart'
import { Explained } from '@/components/customer-groups/explanation/explained'
import { Section } from '@/components/layout/section'
import type { Business } from '@/lib/business'
import type { SeriesAnswer } from '@/lib/customer-groups/series'
import { formatBucket } from '@/lib/format/bucket'
import { formatDecimal } from '@/lib/format/number'
import { type OverTimeChoices, OverTimeControls } from './over-time-controls'
import { isEmptySeries, measureOf } from './over-time-measures'
import { OVER_TIME_TITLE, OverTimeEmpty } from './over-time-states'
import { pointAddress } from './point-address'

type OverTimeProps = OverTimeChoices & {
  answer: SeriesAnswer
  business: Business
  /** The key of the open group: new and returning customers and order types are then its own. */
  openGroup: string | null
  /** True while newer figures are on their way; these stay until then. */
  busy: boolean
  /** The keys of the series that are not drawn. */
  hidden: ReadonlySet<string>
  onToggle: (key: string) => void
}

/** The figures of the groups day by day, week by week or month by month. */
export const OverTime = memo(function OverTime(props: OverTimeProps) {
  const { answer, business, openGroup, busy, hidden, onToggle, ...choices } = props
  if (isEmptySeries(answer)) return <OverTimeEmpty />
  const { buckets, bucket, meta } = answer
  const measured = measureOf(answer, choices.measure, openGroup, business)
  return (
    <Section title={OVER_TIME_TITLE}>
      <div aria-busy={busy}>
        <OverTimeControls answer={answer} {...choices} />
        <SeriesChart
          {...measured}
          {...{ buckets, bucket, hidden, onToggle }}
          timeZone={meta.time_zone}
          explained={(point, figure) => (
            <Explained
              address={pointAddress(choices.measure, point, openGroup, bucket)}
              of={`${point.name}, ${formatBucket(point.bucket, bucket)}`}
              words={formatDecimal(point.value, measured.digits)}
              byArrows={point.byArrows}
            >
              {figure}
            </Explained>
          )}
        />
      </div>
    </Section>
  )
})
