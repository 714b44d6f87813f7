import { describe, expect, it } from 'vitest'
import { RequestFailure } from '@/components/query/request-failure'
import { settle } from './settle-submission'

const REUSED = new RequestFailure(422, 'Another request.', [], null, 'key_reused')
const BUSY = new RequestFailure(429, 'Too many requests.', [], null, 'too_many')
const WRONG = new RequestFailure(400, 'Not right.')
const SUBMISSION = { key: 'k', sent: ['first', 'second'], body: 'third' }

/** A server that answers each body as it is told. */
function server(answers: Record<string, RequestFailure | string>) {
  return async ({ body }: { body: string }) => {
    const answer = answers[body]
    if (typeof answer === 'string') return answer
    throw answer
  }
}

describe('what is sent under a key that belongs to another body', () => {
  it('is answered by the body that was saved', async () => {
    const post = server({ third: REUSED, first: REUSED, second: 'saved' })
    expect(await settle(SUBMISSION, post)).toEqual({ answer: 'saved', earlier: true })
  })

  it('is not known where the bodies can not be asked for', async () => {
    await expect(settle(SUBMISSION, server({ third: REUSED, first: BUSY, second: 'saved' }))).rejects.toBe(BUSY)
  })

  it('was saved as something else where no body is it', async () => {
    await expect(settle(SUBMISSION, server({ third: REUSED, first: WRONG, second: REUSED }))).rejects.toBe(REUSED)
  })
})

it('a refusal that is about no key is told as it is', async () => {
  await expect(settle(SUBMISSION, server({ third: WRONG, first: 'saved' }))).rejects.toBe(WRONG)
})
