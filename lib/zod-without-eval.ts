import type { z } from 'zod'

declare global {
  // zod's own place for its settings, which it takes as it finds it.
  var __zod_globalConfig: ReturnType<typeof z.config> | undefined
}

// Imported for its effect before any schema is made: compiled schemas need `new Function`, which a strict content
// security policy forbids and reports. Not by `z.config`, which would bring all of zod along.
globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true }
