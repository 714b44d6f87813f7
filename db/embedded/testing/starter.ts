import { once } from 'node:events'
import { startCluster } from '@/db/embedded/cluster'

// A process that starts or attaches to the cluster of its argument, says so in one line, and stops on SIGTERM.
const cluster = await startCluster({ dataDir: process.argv[2] ?? '' })
const { appUrl, ownerUrl, startedHere } = cluster
console.log(JSON.stringify({ appUrl, ownerUrl, startedHere }))
const keepAlive = setInterval(() => {}, 60_000)
await once(process, 'SIGTERM')
clearInterval(keepAlive)
await cluster.stop()
