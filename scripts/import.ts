import { runImport } from '@/lib/server/import/import-command'
import { runCommand } from '@/lib/server/launch/command'

/** `npm run import -- --customers FILE --orders FILE [--mapping FILE] [--decimal . | ,] [--sample]`: real records in, from files. */
await runCommand((context) => runImport(context, process.argv.slice(2)))
