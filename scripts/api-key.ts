import { runCommand } from '@/lib/server/launch/command'
import { makeApiKey } from '@/lib/server/launch/make-api-key'

/** `npm run -s api-key -- --name NAME --role ROLE [--branches a,b] [--days N]`: prints a new key, and nothing else. */
await runCommand((context) => makeApiKey(context, process.argv.slice(2)))
