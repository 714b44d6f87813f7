import { CircleCheck, TriangleAlert } from 'lucide-react'
import { Section } from '@/components/layout/section'
import type { Agreement, Check } from '@/lib/agreement/contract'
import type { Business } from '@/lib/business'
import { formatExactTime } from '@/lib/format/date'
import { formatQuantity } from '@/lib/format/number'
import { ChecksTable } from './checks-table'

type AgreementChecksProps = { agreement: Agreement; business: Business }

const PARTS = [
  { about: 'figures', title: 'The figures', intro: 'Of the branches that you may see, in the usual period.' },
  { about: 'records', title: 'What is kept beside the records', intro: 'Of the whole business.' },
] as const

/** What came of the checks, and each of them with its two sides. */
export function AgreementChecks({ agreement: { agrees, as_of, checks }, business }: AgreementChecksProps) {
  const wrong = checks.filter((check) => !check.agrees).length
  const Icon = agrees ? CircleCheck : TriangleAlert
  return (
    <>
      <p role="status" className="mt-5 flex flex-wrap items-center gap-x-2 text-sm">
        <Icon aria-hidden="true" className={`size-5 ${agrees ? 'text-good' : 'text-bad'}`} />
        <span className="font-medium">
          {agrees
            ? `All ${formatQuantity(checks.length, 'check')} agree.`
            : `${formatQuantity(wrong, 'check')} of ${checks.length} ${wrong === 1 ? 'does' : 'do'} not agree.`}
        </span>
        <span className="text-ink-soft tabular-nums">As of {formatExactTime(as_of, business.timeZone)}</span>
      </p>
      {PARTS.map(({ about, title, intro }) => {
        const own = checks.filter((check) => check.about === about).sort(differingFirst)
        if (own.length === 0) return null
        return (
          <div key={about} className="mt-4">
            <Section title={title} intro={intro}>
              <ChecksTable caption={title} checks={own} business={business} />
            </Section>
          </div>
        )
      })}
    </>
  )
}

const differingFirst = (a: Check, b: Check) => Number(a.agrees) - Number(b.agrees)
