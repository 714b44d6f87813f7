import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EnvError, envSchema, readEnv } from './env'

describe('readEnv', () => {
  test('nothing needs to be set, and a blank variable counts as not set', () => {
    expect(readEnv({})).toEqual({ PORT: 3000, LOG_LEVEL: 'info' })
    expect(readEnv({ PORT: '', DATABASE_URL: ' ' })).toEqual({ PORT: 3000, LOG_LEVEL: 'info' })
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', '80x'],
    ['DATABASE_URL', 'mysql://root:hunter2@db/shop'],
    ['MIGRATION_DATABASE_URL', 'hunter2'],
    ['BUSINESS_TIMEZONE', '+03:00'],
    ['BUSINESS_TIMEZONE', 'Africa/Atlantis'],
    ['BUSINESS_CURRENCY', 'SHILLING'],
    ['BUSINESS_CURRENCY', 'XAU'],
    ['BUSINESS_COUNTRY', 'Tanzania'],
    ['BUSINESS_COUNTRY', 'XX'],
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
