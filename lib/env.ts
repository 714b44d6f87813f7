import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { z } from 'zod'
import { COUNTRIES } from './country'
import { isCurrency } from './currency'

const databaseUrl = (message: string) =>
  z.string().refine((url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url), message)

const count = () =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/, 'a whole number from 1 to 999999')
    .transform(Number)

const PUBLIC_URL = 'the address that people use, such as https://groups.example.org, without a path'

/** Every environment variable that is read, with what it must look like; messages complete "NAME must be …". */
export const envSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port from 0 (any free one) to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port from 0 (any free one) to 65535')
    .default(3000),
  HOST: z.string().refine(isHost, 'an address of this machine to listen on, such as 127.0.0.1').default('127.0.0.1'),
  PUBLIC_URL: z
    .string()
    .refine((url) => URL.canParse(url) && /^https?:\/\/[^/]+\/?$/.test(url), PUBLIC_URL)
    .transform((url) => new URL(url).origin)
    .optional(),
  ALLOW_PLAIN_HTTP: z
    .enum(['true', 'false'], { error: 'true or false' })
    .transform((value) => value === 'true')
    .default(false),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((entry) => entry.trim()))
    .refine((list) => list.every(isNetwork), 'addresses or networks with commas between, such as 10.0.0.2, 10.1.0.0/16')
    .optional(),
  SESSION_SECRET: z.string().min(32, 'at least 32 random characters').optional(),
  SMTP_URL: z
    .string()
    .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url), 'a URL that begins with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().regex(/@/, 'the sender of mails, such as "Workshop" <office@example.org>').optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: databaseUrl('a URL that begins with postgres:// or postgresql://').optional(),
  MIGRATION_DATABASE_URL: databaseUrl('a URL that begins with postgres:// or postgresql://').optional(),
  BUSINESS_NAME: z.string().max(200, 'at most 200 characters long').optional(),
  BUSINESS_TIMEZONE: z.string().refine(isTimeZone, 'an IANA time zone, such as Africa/Dar_es_Salaam').optional(),
  BUSINESS_CURRENCY: z.string().refine(isCurrency, 'a currency code of ISO 4217, such as TZS').optional(),
  BUSINESS_COUNTRY: z
    .string()
    .refine((code) => COUNTRIES.has(code), 'a country code of ISO 3166-1 in two capital letters, such as TZ')
    .optional(),
  LIVE_STREAMS_PER_PROCESS: count().default(1000),
  LIVE_STREAMS_PER_PERSON: count().default(8),
  IMPORT_MAX_MB: count().default(20),
  IMPORT_MAX_ROWS: count().default(100_000),
  IMPORT_MAX_COLUMNS: count().default(100),
  IMPORT_MAX_UNPACKED_MB: count().default(200),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'one of trace, debug, info, warn, error, silent',
    })
    .default('info'),
  CHROME_PATH: z.string().optional(),
})
export type Env = z.infer<typeof envSchema>

/** The environment can not be used. The message has a line for each wrong variable: its name, never its value. */
export class EnvError extends Error {}

/**
 * The environment, checked; a blank variable counts as not set. Settings are read nowhere else: other files look into
 * `process.env` only for what Next, npm or Playwright set there themselves.
 * @throws EnvError
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== '')
  const parsed = envSchema.safeParse(Object.fromEntries(given))
  if (!parsed.success) {
    throw new EnvError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} must be ${message}.`).join('\n'),
    )
  }
  if (parsed.data.MIGRATION_DATABASE_URL && !parsed.data.DATABASE_URL) {
    throw new EnvError('MIGRATION_DATABASE_URL must be set together with DATABASE_URL, or not at all.')
  }
  if (parsed.data.SMTP_URL && !parsed.data.MAIL_FROM) {
    throw new EnvError('MAIL_FROM must be set together with SMTP_URL.')
  }
  return parsed.data
}

/** Takes variables from the file `.env` where there is one; what the environment itself has goes first. */
export function loadEnvFile(): void {
  if (!existsSync('.env')) return
  if (!('loadEnvFile' in process)) throw new EnvError('The file .env is read from Node 20.12 on: update Node.')
  process.loadEnvFile('.env')
}

/** The environment for a program that is started from here: the own one with changes. */
export function childEnv(changes: Record<string, string | undefined>): NodeJS.ProcessEnv {
  return { ...process.env, ...changes }
}

/** An IP address, or the name of this machine itself. */
function isHost(host: string): boolean {
  return isIP(host) !== 0 || host === 'localhost'
}

/** An IP address, alone or with the length of its network's prefix. */
function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/')
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  if (bits < 0 || more.length > 0) return false
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bits)
}

/** Whether Intl knows the zone by a name; offsets such as +03:00 are no zones. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
