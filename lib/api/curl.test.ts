import { expect, test } from 'vitest'
import { curlOf } from './curl'
import { OPERATIONS } from './operations'

const ADDRESS = 'https://groups.example.org'

function curlFor(id: string): string {
  const [operation] = OPERATIONS.filter((one) => one.id === id)
  return operation ? curlOf(operation, ADDRESS) : ''
}

test('a question is asked with the key and its parameters', () => {
  expect(curlFor('findCustomers')).toBe(
    `curl -H "Authorization: Bearer $KEY" \\\n  "${ADDRESS}/api/found-customers?q=T+100"`,
  )
})

test('what is open to all is asked without a key, and a path has its ids as variables', () => {
  expect(curlFor('getHealth')).toBe(`curl "${ADDRESS}/api/health"`)
  expect(curlFor('getOrder')).toContain(`"${ADDRESS}/api/customers/$ID/orders/$ORDERID"`)
})

test('what makes a record is sent as JSON, with a key of its own', () => {
  const sent = curlFor('takeOrder')
  expect(sent).toContain('-X POST \\\n')
  expect(sent).toContain('-H "Idempotency-Key: $(uuidgen)"')
  const [, body = ''] = /-d '([^']+)'/.exec(sent) ?? []
  expect(JSON.parse(body)).toMatchObject({ type: 'sales', amount: '45000.50' })
})
