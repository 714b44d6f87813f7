import { SingleBar } from 'cli-progress'
import type { ImportProgress } from './report'

const STEPS = {
  reading: 'Reading the files',
  checking: 'Checking the rows against each other',
  applying: 'Writing customers and orders',
}

/** A bar of the bytes read, with the step; shows nothing where the stream is no terminal. */
export function createProgressBar(stream: NodeJS.WriteStream) {
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage}%  {step}',
    hideCursor: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  })
  let isStarted = false
  return {
    show({ step, doneBytes, totalBytes }: ImportProgress) {
      if (!stream.isTTY) return
      if (!isStarted) bar.start(totalBytes, 0, { step: STEPS[step] })
      isStarted = true
      bar.update(doneBytes, { step: STEPS[step] })
    },
    end() {
      if (isStarted) bar.stop()
    },
  }
}
