import type { ImportJobState } from '@/lib/imports/job'

/** The tone of an import's state, beside its words. */
export function toneOf(state: ImportJobState): 'plain' | 'good' | 'warn' | 'bad' {
  if (state === 'applied') return 'good'
  if (state === 'failed') return 'bad'
  return state === 'cancelled' || state === 'expired' ? 'plain' : 'warn'
}
