import { z } from 'zod'

// Imported for its effect before any schema is made: compiled schemas need `new Function`, which a strict content
// security policy forbids and reports.
z.config({ jitless: true })
