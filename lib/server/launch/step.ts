export type Say = (line: string) => void

/** Says what is being done, does it, and says how long it took. */
export async function step<T>(doing: string, work: () => Promise<T>, say: Say = console.log): Promise<T> {
  const began = Date.now()
  say(`${doing} …`)
  const result = await work()
  say(`${doing}: ${inSeconds(Date.now() - began)}`)
  return result
}

/** 1234 ms are "1.2 s". */
export function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
