import { Badge } from '@/components/ui/badge'
import { Moment } from '@/components/ui/moment'
import type { OwnSession } from '@/lib/accounts/people'
import type { FormAction } from '@/lib/form-state'
import { deviceInWords } from '@/lib/format/device'
import { ConfirmedAction } from './confirmed-action'

type SessionsListProps = {
  sessions: readonly OwnSession[]
  timeZone: string
  endOne: FormAction
  endOthers: FormAction
}

/** Where the person is signed in, this place first, and the way to end the others. */
export function SessionsList({ sessions, timeZone, endOne, endOthers }: SessionsListProps) {
  return (
    <>
      <ul>
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t py-3 first:border-t-0">
            <div className="min-w-0 flex-1 basis-56 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceInWords(session.userAgent)}
                {session.isCurrent && <Badge tone="good">This one</Badge>}
              </p>
              <p className="text-ink-soft text-xs">
                Last used <Moment at={session.lastSeenAt} timeZone={timeZone} />, since{' '}
                <Moment at={session.createdAt} timeZone={timeZone} />
                {session.address && `, from ${session.address}`}
              </p>
            </div>
            {!session.isCurrent && (
              <ConfirmedAction
                action={endOne}
                values={{ session_id: session.id }}
                label="End"
                about={`the session of ${deviceInWords(session.userAgent)}`}
                title="End this session?"
              >
                {deviceInWords(session.userAgent)} is signed out at once. What was not saved there is lost.
              </ConfirmedAction>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="border-t pt-4">
          <ConfirmedAction action={endOthers} values={{}} label="End all others" title="End all other sessions?">
            Everywhere but here you are signed out at once.
          </ConfirmedAction>
        </div>
      )}
    </>
  )
}
