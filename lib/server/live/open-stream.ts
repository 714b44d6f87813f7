import type { Caller } from '@/db/access'
import { listen } from '@/db/listen'
import { stillHolds } from '@/db/queries/still-holds'
import { SESSION_ABSOLUTE_DAYS } from '@/lib/accounts/limits'
import { EnvError, readEnv } from '@/lib/env'
import { RequestError } from '@/lib/failure'
import { CHANGES_CHANNEL } from '@/lib/live/contract'
import { getDatabase } from '@/lib/server/database'
import { isStopping } from '@/lib/server/shutdown'
import { type Admission, makeAdmission } from './admission'
import { eventStream } from './event-stream'
import { type Hub, makeHub } from './hub'

const TOO_MANY = {
  perPerson: 'You have too many live pages open. Close some.',
  perProcess: 'Too many live pages are open. Ask again later.',
}

type Live = { hub: Hub; admission: Admission }

declare global {
  /** Kept outside the modules, which development reloads: each reload would listen once more. */
  var customerGroupsLive: Live | undefined
}

/**
 * The stream of what is changed within the caller's scope. It has its place until it ends.
 * @throws RequestError 429 `too_many_streams`, and 503 `stopping` while the server stops.
 */
export function openStream(caller: Caller, request: Pick<Request, 'signal'>): ReadableStream<Uint8Array> {
  if (isStopping()) throw new RequestError(503, 'stopping', 'The server is about to stop. Ask again in a moment.')
  const { hub, admission } = getLive()
  const place = admission.admit(`${caller.kind} ${caller.id}`)
  if (typeof place === 'string') throw new RequestError(429, 'too_many_streams', TOO_MANY[place])
  const isAllowed = () => stillHolds(getDatabase(), caller, SESSION_ABSOLUTE_DAYS)
  return eventStream({ hub, scope: caller.scope, isAllowed, request, onEnd: place })
}

function getLive(): Live {
  globalThis.customerGroupsLive ??= startLive()
  return globalThis.customerGroupsLive
}

function startLive(): Live {
  const { DATABASE_URL: url, LIVE_STREAMS_PER_PROCESS, LIVE_STREAMS_PER_PERSON } = readEnv()
  if (!url) throw new EnvError('DATABASE_URL must be set: start the server by `npm start` or `npm run demo`.')
  return {
    hub: makeHub((hearer) => listen(url, CHANGES_CHANNEL, hearer)),
    admission: makeAdmission({ perProcess: LIVE_STREAMS_PER_PROCESS, perPerson: LIVE_STREAMS_PER_PERSON }),
  }
}
