import { shellCaller } from '@/db/access'
import { createPool } from '@/db/client'
import { importFiles } from '@/lib/server/import/import-files'

/** Imports in a process of its own, which a test can kill: `import-child.ts URL CUSTOMERS ORDERS ERRORS`. */
const [url = '', customersFile, ordersFile, errorsFile = ''] = process.argv.slice(2)
const pool = createPool({ url })
await importFiles({ pool, caller: shellCaller(), customersFile, ordersFile, errorsFile, currencyGiven: true })
await pool.end()
