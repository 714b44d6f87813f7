import { runCommand } from '@/lib/server/launch/command'
import { runAllTests } from '@/lib/server/launch/suite/test-run'

/** `npm test`: everything. */
await runCommand(runAllTests)
