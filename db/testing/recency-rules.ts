import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { v7 as uuidv7 } from 'uuid'
import { customerGroups, recencyBands } from '@/db/schema/reference'
import { DEFAULT_RECENCY_RULE, type RecencyRule } from '@/lib/customer-groups/recency'

/** Two groups with rules of their own, and everybody else judged by their rhythms. */
export const TEST_RECENCY_RULES: Record<string, RecencyRule> = {
  business: { ...DEFAULT_RECENCY_RULE, own_rhythm: true },
  personal: { at_risk_after_days: 30, lapsed_after_days: 60, dormant_after_days: 120, own_rhythm: false },
  company: { at_risk_after_days: 10, lapsed_after_days: 11, dormant_after_days: 400, own_rhythm: true },
}
/** Rules by group; the one of `business` holds for the others. */
export async function setRecencyRules(db: NodePgDatabase, rules: Record<string, RecencyRule>): Promise<void> {
  const groups = await db.select({ key: customerGroups.key, id: customerGroups.id }).from(customerGroups)
  for (const [key, rule] of Object.entries(rules)) {
    await db.insert(recencyBands).values({
      id: uuidv7(),
      groupId: groups.find((group) => group.key === key)?.id ?? null,
      atRiskAfterDays: rule.at_risk_after_days,
      lapsedAfterDays: rule.lapsed_after_days,
      dormantAfterDays: rule.dormant_after_days,
      ownRhythm: rule.own_rhythm,
    })
  }
}
