import { randomBytes } from 'node:crypto'
import { bearer } from '@/e2e/api/api-key'
import { changeRow } from '@/e2e/changed-row'
import type { As, Workplace } from './workplace'

/** A role, and the one branch that it is limited to. */
export type Access = { role: string; branch?: string }

/** Somebody with an account, and the session in which they joined. */
export type Person = { id: string; name: string; email: string; password: string; session: As }

/** The people and keys of a workplace, made as an administrator makes them. */
export class Staff {
  /** Names, e-mails, passwords, tokens and keys that were used: a log holds none of them. */
  readonly secrets = new Set<string>()
  private constructor(
    private readonly workplace: Workplace,
    readonly administrator: As,
  ) {}

  /** Sets the workplace up by its link, with the first administrator. */
  static async settle(workplace: Workplace): Promise<Staff> {
    const password = newSecret()
    const fields = { token: workplace.setupToken, name: 'Chief of Northern', email: 'chief@people.invalid', password }
    const answer = await workplace.act('/setup setUp', { ...fields, country: 'TZ' })
    const staff = new Staff(workplace, await sessionOf(answer))
    for (const text of [...Object.values(fields), tokenOf(staff.administrator)]) staff.secrets.add(text)
    return staff
  }

  /** Invites somebody, who joins. */
  async employ({ role, branch }: Access): Promise<Person> {
    const before = await this.personIds()
    const [name, email, password] = [`Person ${newSecret()}`, `${newSecret()}@people.invalid`, newSecret()]
    const access = { role, all_branches: String(!branch), branches: branch ? [branch] : [] }
    const invited = await this.workplace.act('/people invite', { name, email, ...access }, this.administrator)
    const token = /\/join\?token=([\w-]+)/.exec(await invited.text())?.[1] ?? ''
    const session = await sessionOf(await this.workplace.act('/join join', { token, name, password }))
    for (const text of [name, email, password, token, tokenOf(session)]) this.secrets.add(text)
    const id = (await this.personIds()).find((known) => !before.includes(known)) ?? ''
    return { id, name, email, password, session }
  }

  /** Another session of somebody. */
  async signIn({ email, password }: Person): Promise<As> {
    const session = await sessionOf(await this.workplace.act('/sign-in enterByPassword', { email, password }))
    this.secrets.add(tokenOf(session))
    return session
  }

  async key({ role, branch }: Access): Promise<As> {
    const fields = {
      name: `key of ${newSecret()}`,
      role,
      all_branches: String(!branch),
      branches: branch ? [branch] : [],
    }
    const made = await this.workplace.act('/keys createKey', { ...fields, days: '1' }, this.administrator)
    const key = /cgk_[\w-]{52}/.exec(await made.text())?.[0] ?? ''
    for (const text of [fields.name, key]) this.secrets.add(text)
    return bearer(key)
  }

  async revokedKey(): Promise<As> {
    const before = await this.keyIds()
    const key = await this.key({ role: 'admin' })
    const id = (await this.keyIds()).find((known) => !before.includes(known)) ?? ''
    await this.workplace.act('/keys revokeKey', { key_id: id }, this.administrator)
    return key
  }

  async expiredKey(): Promise<As> {
    const key = await this.key({ role: 'admin' })
    const prefix = key.Authorization?.slice('Bearer '.length, 'Bearer cgk_12345678'.length) ?? ''
    await changeRow(this.workplace.dataDir, 'update api_keys set expires_at = now() where prefix = $1', [prefix])
    return key
  }

  /** A session of which time has done what the statement does with its token. */
  async agedSession(statement: string): Promise<As> {
    const { session } = await this.employ({ role: 'admin' })
    await changeRow(this.workplace.dataDir, statement, [tokenOf(session)])
    return session
  }

  async signedOut(): Promise<As> {
    const { session } = await this.employ({ role: 'admin' })
    const headers = { ...session, Origin: this.workplace.address }
    await fetch(`${this.workplace.address}/sign-out`, { method: 'POST', headers, redirect: 'manual' })
    return session
  }

  async disabled(): Promise<As> {
    const { id, session } = await this.employ({ role: 'admin' })
    await this.workplace.act('/people disable', { person_id: id }, this.administrator)
    return session
  }

  private async personIds(): Promise<string[]> {
    return idsIn(await this.workplace.get('/people', this.administrator), /\/people\/([0-9a-f-]{36})/g)
  }

  private async keyIds(): Promise<string[]> {
    return idsIn(await this.workplace.get('/keys', this.administrator), /name="key_id" value="([0-9a-f-]{36})"/g)
  }
}

async function idsIn(page: Response, pattern: RegExp): Promise<string[]> {
  return [...(await page.text()).matchAll(pattern)].map(([, id]) => id ?? '')
}

async function sessionOf(response: Response): Promise<As> {
  const cookie = response.headers.getSetCookie().find((set) => set.startsWith('session='))
  if (!cookie) throw new Error(`nobody was signed in: ${response.status} ${await response.text()}`)
  return { Cookie: cookie.split(';')[0] ?? '' }
}

/** The session's token: what stands in the cookie before its signature. */
function tokenOf({ Cookie = '' }: As): string {
  return decodeURIComponent(Cookie.slice('session='.length)).split('.')[0] ?? ''
}

/** Long enough for a password, and to be in no log by chance. */
function newSecret(): string {
  return randomBytes(12).toString('hex')
}
