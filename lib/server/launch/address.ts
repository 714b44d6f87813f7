import { createServer } from 'node:net'
import { freePort } from '@/db/embedded/server'
import type { Env } from '@/lib/env'
import { CommandError } from './command'

/** Where to listen; `local` is how this machine reaches it, `url` how people do. */
export type Address = { host: string; port: number; local: string; url: string }

type AddressEnv = Pick<Env, 'HOST' | 'PORT' | 'PUBLIC_URL' | 'ALLOW_PLAIN_HTTP'>

/**
 * The address to serve at, checked to be free.
 * @throws CommandError where something else listens there, or where it would be plain http in a network that nobody
 * allowed it for.
 */
export async function reserveAddress(env: AddressEnv): Promise<Address> {
  const { HOST: host } = env
  const warning = plainHttpWarning(env)
  if (warning && !env.ALLOW_PLAIN_HTTP) throw new CommandError(`${warning}\nALLOW_PLAIN_HTTP=true allows it.`)
  const port = env.PORT === 0 ? await freePort() : await reservePort(env.PORT, host)
  if (warning) console.warn(`Warning: ${warning}`)
  const local = `http://${reachable(host)}:${port}`
  return { host, port, local, url: env.PUBLIC_URL ?? local }
}

/** Why the address would let passwords and records pass through a network unencrypted, or null. */
export function plainHttpWarning({ HOST: host, PUBLIC_URL: url }: Pick<Env, 'HOST' | 'PUBLIC_URL'>): string | null {
  if (url?.startsWith('http:') && !isLoopback(new URL(url).hostname.replace(/^\[|\]$/g, ''))) {
    return 'With a PUBLIC_URL that begins with http, passwords and records pass through the network unencrypted.'
  }
  if (isLoopback(host)) return null
  return `On HOST ${host}, whoever shares the network reads the passwords and records that are not sent through a proxy with https.`
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** Any address of this machine is reached by its loopback one. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  if (host === '::') return '[::1]'
  return host.includes(':') ? `[${host}]` : host
}

async function reservePort(wanted: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const listener = createServer()
    listener.once('error', (error) => {
      const code = 'code' in error ? error.code : error.message
      reject(
        new CommandError(
          code === 'EADDRNOTAVAIL' ? `HOST ${host} is no address of this machine.` : inUse(wanted, code),
        ),
      )
    })
    listener.listen(wanted, host, () => listener.close(() => resolve()))
  })
  return wanted
}

function inUse(port: number, code: unknown): string {
  const why = code === 'EADDRINUSE' ? 'is in use by another program' : `can not be used (${code})`
  return `Port ${port} ${why}. Stop that program, or set PORT to another port (0: any free one).`
}
