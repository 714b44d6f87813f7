import type { ReactNode } from 'react'
import { ConfirmedAction } from '@/components/accounts/confirmed-action'
import type { FormAction } from '@/lib/form-state'

type ArchiveChoiceProps = {
  action: FormAction
  row: { key: string; name: string; version: string; archived: boolean }
  /** What archiving does, and what bringing back does. */
  whenArchived: ReactNode
  whenBack: ReactNode
}

/** Archives a group or a branch after saying what that means, or brings it back. */
export function ArchiveChoice({ action, row, whenArchived, whenBack }: ArchiveChoiceProps) {
  const values = { key: row.key, seen: row.version, archived: String(!row.archived) }
  return row.archived ? (
    <ConfirmedAction action={action} values={values} label="Bring back" title={`Bring ${row.name} back?`} kind="plain">
      {whenBack}
    </ConfirmedAction>
  ) : (
    <ConfirmedAction action={action} values={values} label="Archive" title={`Archive ${row.name}?`}>
      {whenArchived}
    </ConfirmedAction>
  )
}
