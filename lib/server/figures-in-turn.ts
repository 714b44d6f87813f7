import { RequestError } from '@/lib/failure'

/** With the two exports this leaves two of the pool's ten connections to whoever records something. */
const AT_ONCE = 6
const PATIENCE_MS = 10_000

const waiting: (() => void)[] = []
let running = 0

/**
 * Does work that reads many records as soon as fewer than six others do, so that a hundred pages that are renewed at once
 * never keep an order from being taken.
 * @throws RequestError 503 `busy` after ten seconds without a turn.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await turn()
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // Who is next takes the place over, so that nobody who comes just now is faster.
    if (next) next()
    else running--
  }
}

function turn(): Promise<void> {
  return new Promise((resolve, reject) => {
    const begin = () => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(() => {
      waiting.splice(waiting.indexOf(begin), 1)
      reject(new RequestError(503, 'busy', 'Too many figures are asked for at once. Try again in a moment.'))
    }, PATIENCE_MS)
    waiting.push(begin)
  })
}
