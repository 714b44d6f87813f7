import { runCommand } from '@/lib/server/launch/command'
import { runLighthouse } from '@/lib/server/sample/lighthouse'

/** `npm run lighthouse`: looks at pages with Lighthouse. */
await runCommand(runLighthouse)
