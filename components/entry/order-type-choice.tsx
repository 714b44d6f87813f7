import { ChoiceSet } from '@/components/ui/choice-set'
import { OptionCard } from '@/components/ui/option-card'
import { ORDER_TYPES, type OrderType } from '@/lib/definitions'
import { NO_ORDER } from '@/lib/entry/registration-texts'
import { ORDER_TYPE_WORDS } from '@/lib/format/words'

const WHAT_IT_IS: Record<OrderType, string> = {
  service: 'Work on a vehicle.',
  sales: 'Parts, tyres or a vehicle are sold.',
  consultation: 'Advice, an estimate or an inspection.',
}

type OrderTypeChoiceProps = {
  legend: string
  name: string
  value: string
  problem: string | null
  /** Whether coming for nothing yet is offered too. */
  nothingYet?: boolean
  onChoose: (type: string) => void
}

/** What somebody came for. */
export function OrderTypeChoice(props: OrderTypeChoiceProps) {
  const { legend, name, value, problem, nothingYet = false, onChoose } = props
  const card = (type: string) => ({
    type: 'radio' as const,
    name,
    value: type,
    checked: value === type,
    onChange: () => onChoose(type),
  })
  return (
    <ChoiceSet legend={legend} error={problem} className="grid gap-1">
      {nothingYet && (
        <OptionCard {...card(NO_ORDER)} title="Nothing yet">
          Only the customer is registered.
        </OptionCard>
      )}
      {ORDER_TYPES.map((type) => (
        <OptionCard key={type} {...card(type)} title={ORDER_TYPE_WORDS[type]}>
          {WHAT_IT_IS[type]}
        </OptionCard>
      ))}
    </ChoiceSet>
  )
}
