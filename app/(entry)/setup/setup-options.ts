import { COUNTRIES } from '@/lib/country'
import { isCurrency } from '@/lib/currency'
import { zoneCity } from '@/lib/format/date'

type Option = { value: string; label: string }

/** The time zones, currencies and countries to choose among, by their names in English. */
export function setupOptions(): { timeZones: Option[]; currencies: Option[]; countries: Option[] } {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]
  return {
    timeZones: zones.map((zone) => ({ value: zone, label: zoneLabel(zone) })),
    currencies: named('currency', Intl.supportedValuesOf('currency').filter(isCurrency)).map(({ value, label }) => ({
      value,
      label: `${label} (${value})`,
    })),
    countries: named('region', [...COUNTRIES]),
  }
}

/** "Africa/Dar_es_Salaam" is "Dar es Salaam, Africa": what is looked for first comes first. */
function zoneLabel(zone: string): string {
  const area = zone.split('/').slice(0, -1).join(', ').replaceAll('_', ' ')
  return area === '' ? zone : `${zoneCity(zone)}, ${area}`
}

function named(type: 'currency' | 'region', codes: readonly string[]): Option[] {
  const names = new Intl.DisplayNames('en', { type })
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}
