import { z } from 'zod'
import type { Operation } from '@/lib/api/operation'
import { liveEventSchema } from '@/lib/live/events'

const upSchema = z.object({ success: z.literal(true) })
const documentSchema = z.looseObject({ openapi: z.string() })

export const SERVICE = [
  {
    id: 'getChanges',
    method: 'GET',
    path: '/api/live',
    subject: 'Service',
    summary: 'What is changed, as server-sent events',
    notes:
      'Events hold ids and versions, never records: ask again for what you show. After resync, what was read before quiet_since has to be read again. A heartbeat comes every 15 seconds; the stream ends with its key.',
    permission: 'read',
    answer: { kind: 'events', name: 'LiveEvent', schema: liveEventSchema },
    failures: ['too_many_streams', 'stopping'],
    example: {},
  },
  {
    id: 'getHealth',
    method: 'GET',
    path: '/api/health',
    subject: 'Service',
    summary: 'Whether the application is up',
    notes: 'It is open to all and says nothing else.',
    permission: null,
    answer: { kind: 'json', status: 200, name: 'Health', schema: upSchema },
    failures: ['database_unavailable', 'schema_outdated'],
    example: {},
  },
  {
    id: 'getDocument',
    method: 'GET',
    path: '/api/openapi.json',
    subject: 'Service',
    summary: 'This API as an OpenAPI 3.1 document',
    notes: 'It is made from the contracts by which the routes read and answer, so it is never older than they are.',
    permission: 'read',
    answer: { kind: 'json', status: 200, name: 'Document', schema: documentSchema },
    failures: [],
    example: {},
  },
] as const satisfies readonly Operation[]
