import { pino } from 'pino'
import { readEnv } from '@/lib/env'

/** One JSON line an event on standard output; LOG_LEVEL says how much. Never personal data, bodies or query strings. */
export const log = pino({ level: readEnv().LOG_LEVEL, base: null, timestamp: pino.stdTimeFunctions.isoTime })
