import { changeRecordedBusiness } from '@/lib/server/launch/change-business'
import { runCommand } from '@/lib/server/launch/command'

/** `npm run business -- [--name N] [--time-zone Z] [--currency C] [--country C]`: changes the business and shows it. */
await runCommand(({ env }) => changeRecordedBusiness(env, process.argv.slice(2)))
