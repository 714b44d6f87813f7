import { defineConfig } from 'drizzle-kit'

/** Only `npm run db:generate` reads this; migrations are applied by db/migrate.ts under a lock. */
export default defineConfig({ dialect: 'postgresql', schema: './db/schema/!(*.test).ts', out: './db/migrations' })
