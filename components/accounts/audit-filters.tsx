'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { ChoiceField } from '@/components/ui/choice-field'
import { TextField } from '@/components/ui/text-field'
import { AUDIT_ACTIONS } from '@/lib/audit/contract'
import type { AuditParams } from '@/lib/audit/params'
import { formTexts } from '@/lib/form-state'
import { AUDIT_ACTION_WORDS } from '@/lib/format/audit-words'
import { auditHref, readAuditUrl } from '@/lib/url/audit-url'

/** Somebody, or some program, that may have done something. */
export type AuditActorChoice = { value: string; label: string }

const ACTIONS = [
  { value: '', label: 'Everything' },
  ...AUDIT_ACTIONS.map((value) => ({ value, label: AUDIT_ACTION_WORDS[value] })),
]

type AuditFiltersProps = { params: AuditParams; actors: readonly AuditActorChoice[] }

/** What, by whom and on which days of the business's clock; a link holds them all. */
export function AuditFilters({ params, actors }: AuditFiltersProps) {
  const router = useRouter()
  const show = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const asked = new URLSearchParams(formTexts(new FormData(event.currentTarget)))
    router.push(auditHref(readAuditUrl(asked).params))
  }
  const filtered = Boolean(params.action || params.actor || params.from || params.to)
  return (
    <form
      action="/audit"
      onSubmit={show}
      // The fields follow the link, also when Back leads to another one.
      key={auditHref({ ...params, before: undefined })}
      className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
    >
      <ChoiceField label="What" name="action" options={ACTIONS} defaultValue={params.action} />
      <ChoiceField label="Who" name="actor" options={actors} defaultValue={params.actor} />
      <TextField label="From" name="from" type="date" defaultValue={params.from} />
      <TextField label="To" name="to" type="date" defaultValue={params.to} />
      <button type="submit" className={buttonStyle()}>
        Show
      </button>
      {filtered && (
        <button type="button" onClick={() => router.push('/audit')} className={buttonStyle('quiet')}>
          Clear
        </button>
      )}
    </form>
  )
}
