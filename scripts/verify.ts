import { runCommand } from '@/lib/server/launch/command'
import { runVerify } from '@/lib/server/verify/run-verify'

/**
 * `npm run verify [-- --export FILE]`: whether the figures, or an exported file, agree with the records. Exit code 0 where
 * they do, 1 where not, 2 on failure.
 */
await runCommand((context) => runVerify(context, process.argv.slice(2)), 2)
