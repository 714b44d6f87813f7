import { ConfirmedAction } from '@/components/accounts/confirmed-action'
import { Section } from '@/components/layout/section'
import { Moment } from '@/components/ui/moment'
import type { CustomerProfile, Note } from '@/lib/customers/contract'
import type { FormAction } from '@/lib/form-state'
import { may, type Role } from '@/lib/roles'
import { NoteForm } from './note-form'

type Reader = { id: string | null; role: Role }

type CustomerNotesProps = {
  customer: Pick<CustomerProfile['customer'], 'id' | 'notes'>
  timeZone: string
  reader: Reader
  /** Null for whoever only reads. */
  actions: { add: FormAction; remove: FormAction } | null
}

/** What was written down about the customer, the newest first, by whom and when. */
export function CustomerNotes({ customer, timeZone, reader, actions }: CustomerNotesProps) {
  return (
    <Section title="Notes">
      {actions && <NoteForm action={actions.add} customerId={customer.id} />}
      {customer.notes.length === 0 ? (
        !actions && <p className="text-ink-soft text-sm">No note is recorded.</p>
      ) : (
        <ul aria-label="Notes" className="mt-2 text-sm">
          {customer.notes.map((note) => (
            <li key={note.id} className="border-t py-3 first:border-t-0">
              <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
                {note.body}
              </p>
              <p className="mt-1 text-ink-soft text-xs">
                <bdi>{authorOf(note)}</bdi>, <Moment at={note.created_at} timeZone={timeZone} />
              </p>
              {actions && mayRemove(note, reader) && (
                <div className="mt-2">
                  <ConfirmedAction
                    action={actions.remove}
                    values={{ customer_id: customer.id, note_id: note.id }}
                    label="Remove"
                    about={`the note of ${authorOf(note)}`}
                    title="Remove this note?"
                  >
                    It is gone for everybody. This can not be undone.
                  </ConfirmedAction>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function authorOf({ written_by }: Note): string {
  if (written_by === null) return 'Nobody recorded'
  return written_by.name ?? 'Somebody who is gone'
}

function mayRemove({ written_by }: Note, { id, role }: Reader): boolean {
  return may(role, 'edit') || (written_by !== null && written_by.id === id)
}
