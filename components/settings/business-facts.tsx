import type { Business } from '@/lib/business'

/** What of the business is changed on the server alone, each with the command that does it. */
export function BusinessFacts({ business }: { business: Business }) {
  const facts = [
    { label: 'Time zone', value: business.timeZone, option: '--time-zone' },
    { label: 'Currency', value: business.currency, option: '--currency' },
    { label: 'Country', value: business.country, option: '--country' },
  ]
  return (
    <dl className="grid gap-3 text-sm">
      {facts.map(({ label, value, option }) => (
        <div key={label} className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[7rem_minmax(0,1fr)_auto]">
          <dt className="text-ink-soft">{label}</dt>
          <dd className="min-w-0 wrap-anywhere">
            <bdi>{value}</bdi>
          </dd>
          <dd className="font-mono text-ink-soft text-xs leading-5">npm run business -- {option} …</dd>
        </div>
      ))}
    </dl>
  )
}
