import { BlockList, isIP } from 'node:net'
import { readEnv } from '@/lib/env'

/**
 * The address that a request came from: the last one of X-Forwarded-For that is no proxy of ours. Null without
 * TRUSTED_PROXIES, as the header is then whatever the client wrote, and where the header holds anything but addresses.
 */
export function clientAddress(headers: Headers, trusted = readEnv().TRUSTED_PROXIES): string | null {
  if (!trusted) return null
  const proxies = blockList(trusted)
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => plainAddress(hop.trim()))
  for (const hop of hops.reverse()) {
    const family = isIP(hop)
    if (family === 0) return null
    if (!proxies.check(hop, family === 6 ? 'ipv6' : 'ipv4')) return hop
  }
  return null
}

function blockList(entries: readonly string[]): BlockList {
  const list = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    list.addSubnet(address, prefix === undefined ? (family === 'ipv6' ? 128 : 32) : Number(prefix), family)
  }
  return list
}

/** Without the port or brackets that some proxies add, and an IPv4 address inside IPv6 as itself; lower case. */
function plainAddress(hop: string): string {
  const bare = /^\[(.+)\](?::\d+)?$/.exec(hop)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(hop)?.[1] ?? hop
  return (/^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare).toLowerCase()
}
