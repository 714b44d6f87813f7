import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '@/db/embedded/cluster'
import { allowApplication, withClient } from '@/db/embedded/roles'
import { migrateDatabase } from '@/db/migrate'
import { TEMPLATE, urlOf } from './template'

/** Starts a throw-away PostgreSQL with a migrated template database; the returned function stops and removes it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = join(tmpdir(), `customer-groups-test-${process.pid}-${randomUUID().slice(0, 8)}`)
  const cluster = await startCluster({ dataDir, ephemeral: true })
  await withClient(cluster.ownerUrl, (client) => client.query(`create database ${TEMPLATE}`))
  const ownerUrl = urlOf(cluster.ownerUrl, TEMPLATE)
  await allowApplication(ownerUrl, new URL(cluster.appUrl).username)
  await migrateDatabase(ownerUrl)
  project.provide('cluster', { ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl })
  return () => cluster.stop()
}

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { ownerUrl: string; appUrl: string }
  }
}
