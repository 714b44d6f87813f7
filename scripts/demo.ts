import { runCommand } from '@/lib/server/launch/command'
import { runDemo } from '@/lib/server/launch/demo'

/** `npm run demo [-- --temporary]`: serves the sample workshop. */
await runCommand((context) => runDemo('start', context, process.argv.includes('--temporary')))
