import { runCommand } from '@/lib/server/launch/command'
import { runLighthouse } from '@/lib/server/sample/lighthouse'

/** `npm run lighthouse`: what Lighthouse says of the pages of the production build. */
await runCommand(runLighthouse)
