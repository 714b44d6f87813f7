import pg from 'pg'
import { callerOf } from '@/db/access'
import { createDatabase, createPool } from '@/db/client'
import { registerCustomer } from '@/db/commands/register-customer'
import { registration, SERVICE } from './entries'

/**
 * Submits a registration and is gone, as by `kill -9`, once it has sent so many statements: before any answer to the last
 * one. `killed-child.ts URL CALLER_ID KEY STATEMENTS`. It ends well where it sends fewer.
 */
const [url = '', id = '', key = '', statements = ''] = process.argv.slice(2)

const send = pg.Client.prototype.query
let sent = 0
Object.assign(pg.Client.prototype, {
  query(this: pg.Client, ...statement: Parameters<typeof send>) {
    const answer = Reflect.apply(send, this, statement)
    sent += 1
    if (sent === Number(statements)) process.kill(process.pid, 'SIGKILL')
    return answer
  },
})

const holder = { id, name: 'Clerk', role: 'clerk', allBranches: true, branchIds: [] } as const
const caller = callerOf('person', holder, { address: null, requestId: null })
const fields = registration({
  phone: '0712 345 678',
  vehicle: { plate: 'T 482 DKR' },
  order: { ...SERVICE, with_vehicle: true },
})
const pool = createPool({ url })
await registerCustomer(createDatabase(pool), caller, fields, { key, requestHash: '' })
await pool.end()
