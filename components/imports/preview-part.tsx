import { Section } from '@/components/layout/section'
import { buttonStyle } from '@/components/ui/button-style'
import type { Business } from '@/lib/business'
import { formatQuantity } from '@/lib/format/number'
import type { ImportJob } from '@/lib/imports/job'
import { BadRows } from './bad-rows'
import { PreviewCounts } from './preview-counts'
import { PreviewSamples } from './preview-samples'

type PreviewPartProps = { job: ImportJob; business: Business; busy: boolean; onApply: () => void }

/** What an import would do, or which rows keep it from doing anything; and the press that has it done. */
export function PreviewPart({ job, business, busy, onApply }: PreviewPartProps) {
  const { preview, error_count } = job
  if (!preview) return null
  if (error_count > 0) {
    const title = `${formatQuantity(error_count, 'thing is', 'things are')} wrong: nothing can be imported yet`
    return (
      <Section title={title} intro="Correct the files and begin again, or change below how they are read.">
        <BadRows job={job} />
      </Section>
    )
  }
  return (
    <Section
      title="What the import would do"
      intro="Nothing is changed yet. Files and records are checked once more when it is applied."
    >
      <PreviewCounts {...{ preview, business }} />
      <PreviewSamples preview={preview} />
      <button type="button" onClick={onApply} disabled={busy} className={buttonStyle('primary', 'mt-5')}>
        Apply the import
      </button>
    </Section>
  )
}
