import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATA_SETS, type DataSet, type ServedRecords, serveRecords } from './served-records'

const TIME_ZONES = ['Africa/Dar_es_Salaam', 'UTC', 'America/New_York']
const sets = Object.keys(DATA_SETS).filter((name): name is DataSet => name in DATA_SETS)

describe.each(sets)('%s', (set) => {
  let served: ServedRecords
  beforeAll(async () => {
    served = await serveRecords(set)
  })
  afterAll(() => served.stop())

  test.each(TIME_ZONES)('every figure is the one computed independently, in %s', async (zone) => {
    await served.business(['--time-zone', zone])
    const said = await check(served, set)
    expect(said).toMatch(new RegExp(`[1-9][0-9]* cases in ${zone}, [1-9][0-9]* figures compared, 0 differ`))
  })
})

/** What check_api.mjs says; it fails where a figure differs. */
async function check({ address, key }: ServedRecords, set: DataSet): Promise<string> {
  const data = join('e2e', 'data')
  const args = [join(data, 'check_api.mjs'), address, join(data, set, 'oracle.json'), '--token', key]
  const { stdout } = await promisify(execFile)(process.execPath, args).catch((failed: { stdout: string }) => failed)
  return stdout
}
