import { createServer } from 'node:net'
import { describe, expect, test, vi } from 'vitest'
import { reserveAddress } from './address'
import { CommandError } from './command'

const env = { HOST: '127.0.0.1', PORT: 0, PUBLIC_URL: undefined, ALLOW_PLAIN_HTTP: false }

describe('plain http', () => {
  test.each([
    [{}],
    [{ HOST: 'localhost' }],
    [{ PUBLIC_URL: 'https://groups.example.org' }],
    [{ PUBLIC_URL: 'http://localhost:3000' }],
    [{ PUBLIC_URL: 'http://[::1]:3000' }],
  ])('is no matter with %j', async (given) => {
    await expect(reserveAddress({ ...env, ...given })).resolves.toBeDefined()
  })

  test.each([
    [{ HOST: '0.0.0.0' }],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://groups.example.org' }],
    [{ PUBLIC_URL: 'http://groups.lan' }],
    [{ PUBLIC_URL: 'http://192.168.1.20:3000' }],
  ])('with %j needs to be allowed, and is then warned of', async (given) => {
    await expect(reserveAddress({ ...env, ...given })).rejects.toThrow(/ALLOW_PLAIN_HTTP/)
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    await expect(reserveAddress({ ...env, ...given, ALLOW_PLAIN_HTTP: true })).resolves.toBeDefined()
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^Warning: /))
    warn.mockRestore()
  })
})

test('people are told the public address, and this machine reaches a server of any address by its loopback', async () => {
  const given = { HOST: '0.0.0.0', PUBLIC_URL: 'https://groups.example.org', ALLOW_PLAIN_HTTP: true }
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { host, port, local, url } = await reserveAddress({ ...env, ...given })
  warn.mockRestore()
  expect({ host, local, url }).toEqual({ host: '0.0.0.0', local: `http://127.0.0.1:${port}`, url: given.PUBLIC_URL })
})

test('a port in use is named', async () => {
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => {
      const address = taken.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
  try {
    await expect(reserveAddress({ ...env, PORT: port })).rejects.toThrow(CommandError)
    await expect(reserveAddress({ ...env, PORT: port })).rejects.toThrow(`Port ${port} is in use`)
  } finally {
    taken.close()
  }
})
