import { bearer } from '@/e2e/api/api-key'
import type { Person, Staff } from './staff'
import type { As } from './workplace'

export const ROLES = ['viewer', 'clerk', 'manager', 'admin'] as const
export type Standing = 'nobody' | (typeof ROLES)[number]

/** Somebody who asks: by what, as whom handlers and pages take them, and whether for north alone. */
export type Asker = { as: As; toHandlers: Standing; toPages: Standing; isLimited: boolean }

/** A person of each role, with every branch and with one, as `viewer` and `viewer of north`. */
export async function employEachRole(staff: Staff): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const role of ROLES) {
    people.set(role, await staff.employ({ role }))
    people.set(`${role} of north`, await staff.employ({ role, branch: 'north' }))
  }
  return people
}

/** Every kind of asker by what they are called: each session and key in force, and whatever is none or no more. */
export async function makeAskers(staff: Staff, people: Map<string, Person>): Promise<Map<string, Asker>> {
  const askers = new Map<string, Asker>()
  for (const role of ROLES) {
    for (const [label, branch] of [[role], [`${role} of north`, 'north']] as const) {
      const session = people.get(label)?.session ?? {}
      const isLimited = branch !== undefined
      askers.set(`session: ${label}`, { as: session, toHandlers: role, toPages: role, isLimited })
      const key = await staff.key({ role, branch })
      askers.set(`key: ${label}`, { as: key, toHandlers: role, toPages: 'nobody', isLimited })
    }
  }
  for (const [label, as] of Object.entries(await makeNobodies(staff, people.get('admin')?.session ?? {}))) {
    askers.set(label, { as, toHandlers: 'nobody', toPages: 'nobody', isLimited: false })
  }
  return askers
}

async function makeNobodies(staff: Staff, session: As): Promise<Record<string, As>> {
  const aged = "update sessions set created_at = now() - interval '30 days' where token = $1"
  return {
    'nobody at all': {},
    'session: signed out': await staff.signedOut(),
    'session: of a disabled account': await staff.disabled(),
    'session: past its idle limit': await staff.agedSession('update sessions set expires_at = now() where token = $1'),
    'session: past its absolute limit': await staff.agedSession(aged),
    'session: with another signature': forged(session),
    'session: malformed': { Cookie: 'session=%E0%A4%A' },
    'key: revoked': await staff.revokedKey(),
    'key: expired': await staff.expiredKey(),
    'key: unknown': bearer(`cgk_aaaaaaaa_${'A'.repeat(43)}`),
    'key: malformed': bearer('cgk_'),
    'key: empty': { Authorization: 'Bearer' },
  }
}

function forged({ Cookie = '' }: As): As {
  const other = Cookie.includes('.A') ? 'B' : 'A'
  return { Cookie: Cookie.replace(/\.(.)/, `.${other}`) }
}
