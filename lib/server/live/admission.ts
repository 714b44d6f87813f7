/** How many streams may be open at once. */
export type StreamLimits = { perProcess: number; perPerson: number }

/**
 * A place for one stream of whoever has this id: the way to give it back, which may be used more than once, or the limit
 * that is reached.
 */
export type Admission = { admit(holderId: string): (() => void) | keyof StreamLimits }

/** Keeps streams within the limits. It throws no error, for it outlives the modules that would know one of ours. */
export function makeAdmission({ perProcess, perPerson }: StreamLimits): Admission {
  const openByHolder = new Map<string, number>()
  let open = 0
  return {
    admit: (holderId) => {
      const held = openByHolder.get(holderId) ?? 0
      if (held >= perPerson) return 'perPerson'
      if (open >= perProcess) return 'perProcess'
      open += 1
      openByHolder.set(holderId, held + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        open -= 1
        const left = (openByHolder.get(holderId) ?? 1) - 1
        if (left > 0) openByHolder.set(holderId, left)
        else openByHolder.delete(holderId)
      }
    },
  }
}
