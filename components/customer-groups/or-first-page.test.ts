import { expect, test } from 'vitest'
import { RequestFailure } from '@/components/query/request-failure'
import { RequestError } from '@/lib/failure'
import { orFirstPage } from './or-first-page'

const beyond = [{ name: 'page', message: 'is beyond the last page' }]

test('a page beyond the last is answered by the first, on the server and in the browser', async () => {
  for (const refusal of [new RequestError(400, 'bad', 'No.', beyond), new RequestFailure(400, 'No.', beyond)]) {
    const load = async ({ page }: { page: number }) => {
      if (page > 1) throw refusal
      return page
    }
    expect(await orFirstPage({ page: 9 }, load)).toBe(1)
  }
})

test('any other failure stays a failure', async () => {
  const lost = new RequestFailure(0, 'Lost.')
  await expect(orFirstPage({ page: 9 }, () => Promise.reject(lost))).rejects.toBe(lost)
})

test('the first page is asked for once', async () => {
  const refusal = new RequestFailure(400, 'No.', beyond)
  await expect(orFirstPage({ page: 1 }, () => Promise.reject(refusal))).rejects.toBe(refusal)
})
