import type pg from 'pg'
import { shellCaller } from '@/db/access'
import { EXPORT_FORMATS, type ExportFormat, exportParamsSchema } from '@/lib/customer-groups/params'
import { exportCustomers } from '@/lib/server/customer-export'

const SAMPLED_EVERY_MS = 20
const MIB = 2 ** 20

/** All customers as a file of each format: how long it takes, how large it is, and what the process holds meanwhile. */
export async function exportSizes(pool: pg.Pool, asOf: string) {
  const measured = []
  for (const format of EXPORT_FORMATS) measured.push(await exportSize(pool, asOf, format))
  return measured
}

async function exportSize(pool: pg.Pool, asOf: string, format: ExportFormat) {
  const params = exportParamsSchema.parse({ activity: 'all', period: '1year', as_of: asOf, format })
  const begun = performance.now()
  let peak = process.memoryUsage.rss()
  const sampling = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }, SAMPLED_EVERY_MS)
  let bytes = 0
  const { body } = await exportCustomers(pool, shellCaller(), params, new AbortController().signal)
  for await (const part of body) bytes += part.byteLength
  clearInterval(sampling)
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  return {
    format,
    seconds,
    'MiB of file': Math.round((bytes / MIB) * 10) / 10,
    'MiB of process': Math.round(peak / MIB),
  }
}
