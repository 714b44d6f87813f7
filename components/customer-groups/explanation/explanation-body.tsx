import { CopyButton } from '@/components/ui/copy-button'
import { Pager } from '@/components/ui/pager'
import type { Business } from '@/lib/business'
import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'
import { formatDays, formatExactTime } from '@/lib/format/date'
import { definitionOf } from '@/lib/format/explanation-definition'
import { figureTitle, formatFigure, isAmount } from '@/lib/format/explanation-words'
import { ExplainedCustomers } from './explained-customers'
import { ExplainedOrders } from './explained-orders'
import { LeftOut } from './left-out'
import { Proven } from './proven'
import { Quotient } from './quotient'
import { ShownSql } from './shown-sql'
import type { Explanation } from './use-explanation'

export type ExplanationBodyProps = {
  answer: ExplanationAnswer
  address: FigureAddress
  explanation: Explanation
  business: Business
  profileHref: (customerId: string) => string
}

/** Everything that an explanation says: the figure, what it means, what it is made of and what it leaves out. */
export function ExplanationBody(props: ExplanationBodyProps) {
  const { answer, address, explanation, business, profileHref } = props
  const { rows, meta, days } = answer
  const title = titleOf(answer)
  const figure = formatFigure(answer, business.currencyDigits)
  const unit = isAmount(answer.figure) && answer.figure !== 'revenue_share' ? meta.currency : null
  const shownDays = formatDays(days.from, days.to, meta.time_zone)
  const copied = `${title}: ${unit ? `${unit} ` : ''}${figure} (${shownDays}, as of ${formatExactTime(meta.as_of, meta.time_zone)})`
  return (
    <>
      <h2 id="explanation-heading" className="font-semibold text-lg tracking-tight">
        <bdi>{title}</bdi>
      </h2>
      <div className="mt-1 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="font-semibold text-[1.75rem] tabular-nums leading-9 tracking-tight">
          <span data-explained="value">{figure}</span>
          {unit && <span className="ml-1.5 font-normal text-ink-soft text-sm">{unit}</span>}
        </p>
        <div className="flex flex-wrap gap-2">
          <CopyButton label="Copy figure" text={copied} />
          <CopyButton
            label="Copy link"
            text={new URL(explanation.way.hrefOf(address, explanation.asOf), location.href).href}
          />
        </div>
      </div>
      <p className="text-ink-soft text-sm tabular-nums">{shownDays}</p>
      <Quotient {...props} />
      <Part title="What it means">
        <ul className="space-y-1.5 text-sm leading-6">
          {definitionOf(answer).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Part>
      <Part title={rows.kind === 'orders' ? 'The orders it is made of' : 'The customers it is made of'}>
        <Proven answer={answer} business={business} />
        {rows.kind === 'orders' ? (
          <ExplainedOrders orders={rows.items} business={business} />
        ) : (
          <ExplainedCustomers figure={answer.figure} rows={rows} business={business} profileHref={profileHref} />
        )}
        {rows.page.total > 0 && (
          <Pager
            label="Pages of the explanation"
            page={rows.page}
            way={{ onPage: explanation.turnTo }}
            className="px-0"
          />
        )}
      </Part>
      <LeftOut answer={answer} />
      <ShownSql sql={answer.sql} />
    </>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mt-6">
      <h3 className="mb-2 font-semibold text-sm">{title}</h3>
      {children}
    </section>
  )
}

/** What the figure is, and of whom. */
function titleOf({ group, customer, place, part, meta, ...address }: ExplanationAnswer): string {
  const name = group?.name ?? 'all groups'
  const of = customer ? `${customer.full_name} in ${name}` : place === 'list' ? `the list of ${name}` : name
  const title = figureTitle(address, of)
  return part ? `${title}, ${formatDays(part.from, part.to, meta.time_zone)}` : title
}
