import pg from 'pg'
import { connectionOptions } from './client'

const WAIT_MS = 5_000

/** A connection that listens to one channel of PostgreSQL. */
export type Listening = {
  /** The database's clock, in milliseconds since 1970. Throws when the connection does not answer within 5 s. */
  now(): Promise<number>
  /** Closes the connection; it never throws and may be called twice. */
  end(): Promise<void>
}

/** Who hears a channel: each notification's payload, and once that the connection is lost. */
export type ChannelHearer = { hear(payload: string): void; lost(error: Error): void }

/**
 * Opens a connection of its own, outside the pool, on which the channel's notifications arrive from now on.
 * @throws whatever the driver throws where no connection comes about; nothing is left open then.
 */
export async function listen(url: string, channel: string, { hear, lost }: ChannelHearer): Promise<Listening> {
  const client = new pg.Client({
    ...connectionOptions(url),
    application_name: 'customer-groups-live',
    query_timeout: WAIT_MS,
    keepAlive: true,
  })
  let ended = false
  const end = async () => {
    if (ended) return
    ended = true
    await client.end().catch(() => {})
  }
  const fail = (error: Error) => {
    if (!ended) lost(error)
  }
  client.on('notification', ({ payload = '' }) => hear(payload))
  client.on('error', fail)
  client.on('end', () => fail(new Error('Connection terminated')))
  try {
    await client.connect()
    await client.query(`listen ${client.escapeIdentifier(channel)}`)
  } catch (error) {
    void end()
    throw error
  }
  return { now: () => readClock(client), end }
}

async function readClock(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ ms: string }>('select extract(epoch from clock_timestamp()) * 1000 as ms')
  return Number(rows[0]?.ms)
}
