import type { FigureAddress } from '@/lib/customer-groups/explanation/address'
import { type ExplainedFigure, isShare, topPercentOf } from '@/lib/customer-groups/explanation/figures'
import { FIGURE_WORDS, formatPlain } from '@/lib/format/explanation-words'
import type { ExplanationBodyProps } from './explanation-body'

type Term = { name: string; figure: ExplainedFigure; value: number; to: FigureAddress | null }

/** What a figure is divided from: each part with the way to its own explanation. */
export function Quotient({ answer, address, explanation, business }: ExplanationBodyProps) {
  const terms = termsOf(answer, address)
  if (terms.length === 0) return null
  return (
    <dl className="mt-3 divide-y rounded-box border text-sm">
      {terms.map(({ name, figure, value, to }) => (
        <div key={name} className="flex min-h-10 items-center justify-between gap-4 px-3 py-1">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="font-medium tabular-nums">
            {to ? (
              <button
                type="button"
                onClick={() => explanation.lead(to)}
                className="min-h-8 rounded text-accent underline-offset-4 hover:underline"
              >
                {formatPlain(figure, value, business.currencyDigits)}
              </button>
            ) : (
              formatPlain(figure, value, business.currencyDigits)
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function termsOf({ figure, quotient, compared }: ExplanationBodyProps['answer'], address: FigureAddress): Term[] {
  if (compared)
    return [
      { name: 'In these days', figure, value: compared.current, to: { ...address, at: 'period' } },
      { name: 'In the days compared with', figure, value: compared.previous, to: { ...address, at: 'previous' } },
      { name: 'Difference', figure, value: compared.current - compared.previous, to: null },
    ]
  if (quotient === null) return []
  const { numerator, denominator } = quotient
  const over = figure === 'avg_orders' ? 'total_orders' : 'total_revenue'
  const under = isShare(figure) ? 'total_revenue' : 'customer_count'
  const whole: FigureAddress = { figure: under, group: address.group }
  const percent = topPercentOf(figure)
  return [
    percent === null
      ? { name: FIGURE_WORDS[over], figure: over, value: numerator, to: { ...address, figure: over } }
      : { name: `Revenue of the best ${percent} %`, figure: over, value: numerator, to: null },
    {
      name: `divided by: ${FIGURE_WORDS[under].toLowerCase()}${under === 'total_revenue' ? ' of the group' : ''}`,
      figure: under,
      value: denominator,
      to: whole,
    },
  ]
}
