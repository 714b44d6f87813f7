const DEADLINE_MS = 15_000

/**
 * The server ends within 15 s of SIGTERM or SIGINT even if an answer is stuck, and stops by itself when the command that
 * started it was killed and its channel is gone.
 */
export function endWithParent(): void {
  const deadline = () => void setTimeout(() => process.exit(1), DEADLINE_MS).unref()
  process.once('SIGTERM', deadline)
  process.once('SIGINT', deadline)
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
}
