import { runBench } from '@/lib/server/bench/run-bench'
import { runCommand } from '@/lib/server/launch/command'

/** `npm run bench [-- --customers N --orders N --rounds N]`: how fast the figures are, beside the obvious way. */
await runCommand((context) => runBench(context, process.argv.slice(2)))
