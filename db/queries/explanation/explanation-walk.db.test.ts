import { expect, test } from 'vitest'
import { getCustomerGroups } from '@/db/queries/customer-groups'
import { getGroupsBridge } from '@/db/queries/groups-bridge'
import { getGroupsSeries } from '@/db/queries/groups-series'
import { checkEach, everyQuestion } from '@/db/testing/every-question'
import { holdsWhoeverSees, type Seen, WAYS_TO_GROUP } from '@/db/testing/seen-workshop'
import {
  bridgeShown,
  groupShown,
  listShown,
  partShown,
  type ShownFigure,
  totalsShown,
} from '@/db/testing/shown-figures'
import { generatedWorkshop } from '@/db/testing/workshop-arbitrary'
import { bridgeParamsSchema } from '@/lib/customer-groups/bridge-params'
import { combinationProblems } from '@/lib/customer-groups/combinations'
import type { GroupsAnswer } from '@/lib/customer-groups/contract'
import { type ExplanationAnswer, explanationAnswerSchema } from '@/lib/customer-groups/explanation/contract'
import { EXPLAINED_FIGURES } from '@/lib/customer-groups/explanation/figures'
import type { ExplanationParams } from '@/lib/customer-groups/explanation/params'
import { proofOf } from '@/lib/customer-groups/explanation/proof'
import type { GroupsParams } from '@/lib/customer-groups/params'
import { seriesParamsSchema } from '@/lib/customer-groups/series-params'
import { getExplanation } from './explanation'

const DIGITS = 2
const LONGEST_MS = 120_000
const seen = new Set<string>()
/** Every third of the shown statements is run. */
let explained = 0

test(
  'every figure on the page is explained by its rows, whoever sees it, however customers are grouped',
  async () => {
    let turn = 0
    let asking = 0
    await holdsWhoeverSees(generatedWorkshop, async (workshop) => {
      const { scope, asOf } = workshop
      const questions = everyQuestion(asOf).filter(({ branch }) => scope.branches === 'all' || branch !== 'airport')
      // Half of the groupings each time, so that whoever sees all and whoever does not has each of them once.
      const half = (asking + Math.floor(asking / 2)) % 2
      asking++
      const asked = WAYS_TO_GROUP.filter((_, index) => index % 2 === half).flatMap((way) => {
        // A step that is no divisor, so that groupings go through periods, types, branches and activities.
        turn += 37
        const question = questions[turn % questions.length]
        return question ? [{ ...question, ...way, page_size: 100 }] : []
      })
      await checkEach(asked, (params) => walk(workshop, params))
    })
    expect([...seen].sort()).toEqual([...EXPLAINED_FIGURES].sort())
  },
  LONGEST_MS,
)

/** Opens every figure that the page would show under these choices. */
async function walk(workshop: Seen, params: GroupsParams): Promise<void> {
  const { database, scope } = workshop
  const overview = await getCustomerGroups(database.db, scope, params)
  const shown = totalsShown(overview)
  const groups = fullest(overview)
  for (const group of groups) {
    for (const visits of ['all', 'continued'] as const) {
      const narrowed = { ...params, group, visits, min_orders: visits === 'all' ? undefined : 2 }
      if (combinationProblems(narrowed).length > 0) continue
      const { group_details: details } = await getCustomerGroups(database.db, scope, narrowed)
      if (!details) throw new Error(`${group} has no list`)
      const listed = listShown(details, { group, visits, digits: DIGITS })
      await checkAll(workshop, narrowed, visits === 'all' ? [...groupShown(details, group), ...listed] : listed)
    }
  }
  const { activity: _, q: __, group: ___, ...rest } = params
  const series = await getGroupsSeries(
    database.db,
    scope,
    seriesParamsSchema.strip().parse({ ...rest, bucket: 'auto' }),
  )
  // The busiest part: in most of them nothing happened.
  const busiest = series.totals.total_orders.indexOf(Math.max(...series.totals.total_orders))
  const parted = partShown(series, busiest).filter(({ address }) => ['all', ...groups].includes(address.group ?? ''))
  const bridge = await readBridge(workshop, params)
  const explained = bridge.filter(({ address }) => ['all', ...groups].includes(address.group ?? ''))
  await checkAll(workshop, params, [...shown, ...parted, ...explained])
}

/** The amounts of why revenue changed; none where nothing is compared, and by new and returning. */
async function readBridge({ database, scope }: Seen, params: GroupsParams): Promise<ShownFigure[]> {
  const asked = bridgeParamsSchema.strip().safeParse(params)
  return asked.success ? bridgeShown(await getGroupsBridge(database.db, scope, asked.data)) : []
}

/** The two groups with the most customers; of empty ones there is little to say. */
function fullest({ groups }: GroupsAnswer): string[] {
  const byCustomers = Object.entries(groups).sort(([, a], [, b]) => b.registered_count - a.registered_count)
  return byCustomers.slice(0, 2).map(([key]) => key)
}

async function checkAll(workshop: Seen, params: GroupsParams, figures: ShownFigure[]): Promise<void> {
  for (const { value, compared, customers, address } of figures) {
    const asked: ExplanationParams = { ...params, among: 'group', at: 'period', page: 1, ...address }
    const label = JSON.stringify(asked)
    const answer = await explain(workshop, asked)
    seen.add(address.figure)
    // A change is divided from what it is a change of, which has to be exact; the quotient may differ in its last digit.
    expect(answer.compared, label).toEqual(compared ?? null)
    if (compared && value !== null)
      expect(Math.abs((answer.value ?? 0) - value), label).toBeLessThanOrEqual(1e-12 * Math.abs(value))
    else expect(answer.value, label).toBe(value)
    const proof = proofOf(answer)
    if (proof) expect(proof.rows, label).toBe(proof.figure)
    if (customers !== undefined) expect(answer.rows.page.total, label).toBe(customers)
    const left = answer.rows.left_out.reduce((all, { count }) => all + count, 0)
    expect(answer.rows.page.total + left, label).toBe(answer.rows.considered)
    await checkRows(workshop, asked, answer, label)
  }
}

const minor = (amounts: number[]) => amounts.reduce((sum, amount) => sum + Math.round(amount * 10 ** DIGITS), 0)

/** The rows of all pages are as many as there should be, each once, and add up to the sum; so does the shown SQL. */
async function checkRows(workshop: Seen, asked: ExplanationParams, { rows, sql }: ExplanationAnswer, label: string) {
  const items = [...rows.items]
  for (let page = 2; items.length < rows.page.total; page++) {
    const next = await explain(workshop, { ...asked, page })
    items.push(...next.rows.items)
  }
  expect(new Set(items.map(({ id }) => id)).size, label).toBe(rows.page.total)
  if (rows.sum !== null) expect(minor(items.map(({ amount }) => amount ?? 0)), label).toBe(minor([rows.sum]))
  if (explained++ % 3 > 0) return
  const shown = await workshop.database.pool.query(sql.text, sql.parameters)
  expect(Number(shown.rows[0].count), label).toBe(rows.page.total)
  if (rows.sum !== null) expect(Number(shown.rows[0].sum ?? 0), label).toBe(minor([rows.sum]))
}

async function explain({ database, scope }: Seen, asked: ExplanationParams) {
  return explanationAnswerSchema.parse(await getExplanation(database.db, scope, asked))
}
