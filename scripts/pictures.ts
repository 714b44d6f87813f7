import { runCommand } from '@/lib/server/launch/command'
import { runPictures } from '@/lib/server/sample/pictures'

/** `npm run pictures`: takes the pictures in docs/pictures again. */
await runCommand(runPictures)
