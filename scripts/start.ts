import { runCommand } from '@/lib/server/launch/command'
import { runStart } from '@/lib/server/launch/start'

/** `npm start [-- --sample]`: serves the business's own records. */
await runCommand((context) => runStart(context, process.argv.includes('--sample')))
