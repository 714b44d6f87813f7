import type { ReactNode } from 'react'
import { orderLines } from '@/components/entry/order-lines'
import { Reviewed, type ReviewedLine } from '@/components/entry/reviewed'
import { buttonStyle } from '@/components/ui/button-style'
import { PERSON_ROLES } from '@/lib/definitions'
import type { EntryChoices } from '@/lib/entry/choices'
import { typeOf } from '@/lib/entry/order-texts'
import type { RegistrationStep } from '@/lib/entry/registration-steps'
import { groupOf, hasVehicle, isOfPersons, orderTextsOf, type RegistrationTexts } from '@/lib/entry/registration-texts'
import { PERSON_ROLE_WORDS } from '@/lib/format/words'

type ReviewStepProps = {
  texts: RegistrationTexts
  choices: EntryChoices
  onShow: (step: RegistrationStep) => void
}

/** All that will be saved, each part with the way back to it. */
export function ReviewStep({ texts, choices, onShow }: ReviewStepProps) {
  const type = typeOf(texts['order.type'])
  return (
    <div className="grid gap-5">
      <Part title="Customer" onChange={() => onShow('who')}>
        <Reviewed lines={whoLines(texts, choices)} />
      </Part>
      <Part title="Vehicle" onChange={() => onShow('details')} act={hasVehicle(texts) ? 'Change' : 'Add'}>
        {hasVehicle(texts) ? <Reviewed lines={vehicleLines(texts)} /> : <p className="text-ink-soft text-sm">None.</p>}
      </Part>
      <Part title="Order" onChange={() => onShow(type ? 'details' : 'purpose')}>
        {type ? (
          <Reviewed lines={[...orderLines(orderTextsOf(texts), type, choices), ...vehicleOfOrder(texts)]} />
        ) : (
          <p className="text-ink-soft text-sm">None: they came for nothing yet.</p>
        )}
      </Part>
    </div>
  )
}

type PartProps = { title: string; act?: string; onChange: () => void; children: ReactNode }

function Part({ title, act = 'Change', onChange, children }: PartProps) {
  return (
    <section aria-label={title} className="border-t pt-3 first-of-type:border-t-0 first-of-type:pt-0">
      <div className="mb-1 flex items-center justify-between gap-2">
        <h3 className="font-semibold text-sm">{title}</h3>
        <button type="button" onClick={onChange} className={buttonStyle('quiet', '-mr-3 text-accent')}>
          {act}
          <span className="sr-only"> the {title.toLowerCase()}</span>
        </button>
      </div>
      {children}
    </section>
  )
}

function whoLines(texts: RegistrationTexts, choices: EntryChoices): ReviewedLine[] {
  const group = groupOf(texts, choices)
  const persons = isOfPersons(group)
  const branch = choices.branches.find(({ code }) => code === texts.branch)
  const role = PERSON_ROLES.find((known) => known === texts.person_role)
  return [
    ['Type', group?.name ?? ''],
    ...(!persons
      ? [['Organisation', texts.organization_name] as const, ['Tax number', texts.tax_number] as const]
      : []),
    ['Name', texts.full_name],
    ['Phone', texts.phone],
    ['E-mail', texts.email],
    ...(role && persons ? [['To the vehicle', PERSON_ROLE_WORDS[role]] as const] : []),
    ['Address', texts.address],
    ['Home branch', branch?.name ?? 'The branch of their first order'],
  ]
}

function vehicleLines(texts: RegistrationTexts): ReviewedLine[] {
  return [
    ['Plate', texts['vehicle.plate']],
    ['Make', texts['vehicle.make']],
    ['Model', texts['vehicle.model']],
    ['Year', texts['vehicle.year']],
  ]
}

function vehicleOfOrder(texts: RegistrationTexts): ReviewedLine[] {
  if (!hasVehicle(texts)) return []
  return [['About the vehicle', texts['order.with_vehicle'] === 'yes' ? 'Yes' : 'No']]
}
