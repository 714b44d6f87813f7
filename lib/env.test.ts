import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EnvError, envSchema, readEnv } from './env'

describe('readEnv', () => {
  test('nothing needs to be set, and a blank variable counts as not set', () => {
    const defaults = {
      PORT: 3000,
      HOST: '127.0.0.1',
      ALLOW_PLAIN_HTTP: false,
      LIVE_STREAMS_PER_PROCESS: 1000,
      LIVE_STREAMS_PER_PERSON: 8,
      IMPORT_MAX_MB: 20,
      IMPORT_MAX_ROWS: 100_000,
      IMPORT_MAX_COLUMNS: 100,
      IMPORT_MAX_UNPACKED_MB: 200,
      LOG_LEVEL: 'info',
    }
    expect(readEnv({})).toEqual(defaults)
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toEqual(defaults)
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', '80x'],
    ['HOST', 'shop.example.org'],
    ['PUBLIC_URL', 'shop.example.org'],
    ['PUBLIC_URL', 'https://shop.example.org/groups'],
    ['ALLOW_PLAIN_HTTP', 'yes'],
    ['TRUSTED_PROXIES', '10.0.0.1, proxy'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['SESSION_SECRET', 'hunter2'],
    ['SMTP_URL', 'https://mail.example.org'],
    ['MAIL_FROM', 'hunter2'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/shop'],
    ['MIGRATION_DATABASE_URL', 'hunter2'],
    ['BUSINESS_TIMEZONE', '+03:00'],
    ['BUSINESS_TIMEZONE', 'Africa/Atlantis'],
    ['BUSINESS_CURRENCY', 'SHILLING'],
    ['BUSINESS_CURRENCY', 'XAU'],
    ['BUSINESS_COUNTRY', 'Tanzania'],
    ['BUSINESS_COUNTRY', 'XX'],
    ['LIVE_STREAMS_PER_PROCESS', '0'],
    ['LIVE_STREAMS_PER_PERSON', '8.5'],
    ['LOG_LEVEL', 'loud'],
  ])('a wrong %s is refused by its name and never by its value %s', (name, value) => {
    const message = messageOf({ [name]: value })
    expect(message).toMatch(new RegExp(`^${name} must be .+\\.$`))
    expect(message).not.toContain(value)
  })

  test('every wrong variable is named at once', () => {
    expect(messageOf({ PORT: 'a', BUSINESS_COUNTRY: 'b' }).split('\n')).toHaveLength(2)
  })

  test('a role for migrations needs the database that it migrates', () => {
    expect(messageOf({ MIGRATION_DATABASE_URL: 'postgres://owner@127.0.0.1/shop' })).toContain('DATABASE_URL')
  })

  test('a mail server needs a sender', () => {
    expect(messageOf({ SMTP_URL: 'smtp://127.0.0.1:25' })).toContain('MAIL_FROM')
  })

  test('the public address is kept as its origin, and trusted proxies one by one', () => {
    const env = readEnv({ PUBLIC_URL: 'https://Groups.example.org/', TRUSTED_PROXIES: '10.0.0.2, fd00::/8' })
    expect(env.PUBLIC_URL).toBe('https://groups.example.org')
    expect(env.TRUSTED_PROXIES).toEqual(['10.0.0.2', 'fd00::/8'])
  })
})

test('.env.example lists every variable, each once, and none besides', () => {
  const listed = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
  expect(listed.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted())
})

test('.env.example, copied as it is, is valid and changes nothing', () => {
  const lines = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=(.*)$/gm)]
  expect(readEnv(Object.fromEntries(lines.map(([, name = '', value = '']) => [name, value])))).toEqual(readEnv({}))
})

function messageOf(source: Record<string, string>): string {
  try {
    readEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error.message
  }
  throw new Error('the environment was accepted')
}
