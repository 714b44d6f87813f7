import { totalmem } from 'node:os'

const MEGABYTE = 2 ** 20

/**
 * The server's settings, given at each start so that they are in one place; `pg_ctl` takes them as one text, in which no
 * value may hold a space. An ephemeral cluster gives up surviving a crash for speed.
 */
export function serverOptions(port: number, ephemeral: boolean): string {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: `${Math.max(32, Math.min(256, Math.floor(totalmem() / MEGABYTE / 8)))}MB`,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Details and statements hold names and phones.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    ...(ephemeral ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ')
}
