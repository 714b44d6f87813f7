import { runCommand } from '@/lib/server/launch/command'
import { runDemo } from '@/lib/server/launch/demo'

/** `npm run dev`: the sample workshop, rebuilt as the sources change. */
await runCommand((context) => runDemo('dev', context))
