import { describe, expect, test } from 'vitest'
import { AUDIT_ACTIONS, type AuditAction, type AuditEntry } from '@/lib/audit/contract'
import { auditActor, auditSentence } from './audit-words'

const entry = (changes: Partial<AuditEntry> & { action: AuditAction | string }): AuditEntry => ({
  id: '0198c0de-0000-7000-8000-000000000000',
  at: '2026-03-22T11:02:37.000Z',
  actor_kind: 'person',
  actor_id: null,
  actor_name: 'Amina',
  subject_kind: null,
  subject_id: null,
  subject_name: null,
  detail: {},
  address: null,
  ...changes,
})
const plain = (text: string) => text.replaceAll(/[\u2068\u2069]/g, '')

describe('auditSentence', () => {
  test('every action is a sentence, also where nothing more is known of it', () => {
    for (const action of AUDIT_ACTIONS) {
      const sentence = auditSentence(entry({ action }))
      expect(sentence, action).toMatch(/^[A-Z].*[a-z]\.$/)
      expect(sentence, action).not.toMatch(/undefined|null|object/)
    }
  })

  test('a change of access says what it was before', () => {
    const detail = {
      before: { role: 'viewer', allBranches: false, branchIds: ['a'] },
      after: { role: 'manager', allBranches: true, branchIds: [] },
    }
    const sentence = auditSentence(entry({ action: 'person.changed', subject_name: 'Baraka', detail }))
    expect(plain(sentence)).toBe('Made Baraka manager of all branches, before viewer of 1 branch.')
  })

  test('an export of a list names its filters, and of a search only that there was one', () => {
    const exported = (detail: Record<string, unknown>) => auditSentence(entry({ action: 'export.started', detail }))
    const all = { group: 'all', branch: 'all', sort: 'name', dir: 'asc', format: 'csv' }
    expect(exported({ list: 'customers', ...all, ordered: 'any', searched: false })).toBe('Exported all customers.')
    const filters = { ...all, group: 'company', status: 'completed', from: '2026-03-01' }
    expect(exported({ list: 'orders', ...filters, searched: true })).toBe(
      'Exported orders: group company, status completed, from 2026-03-01, by a search.',
    )
  })

  test('an export says what it was of, and of a search only that there was one', () => {
    const asked = { period: '6months', activity: 'active', order_type: 'service', branch: 'arusha', group: 'company' }
    expect(auditSentence(entry({ action: 'export.started', detail: { ...asked, searched: true } }))).toBe(
      'Exported customers: last 6 months, active customers, group company, service orders, branch arusha, by a search.',
    )
  })

  test('an import is told by its counts, a changed business by its settings', () => {
    const counts = { customersCreated: 91, customersChanged: 0, ordersCreated: 1, ordersChanged: 1830 }
    expect(auditSentence(entry({ action: 'import.applied', detail: counts }))).toBe(
      'Imported records: 91 customers and 1 order new, 0 customers and 1,830 orders changed.',
    )
    const detail = { timeZone: { from: 'UTC', to: 'Africa/Nairobi' }, name: 'changed' }
    expect(auditSentence(entry({ action: 'business.changed', detail }))).toBe(
      'Changed the business: name, time zone from UTC to Africa/Nairobi.',
    )
  })

  test('changed recency bands are told with their days, or that they are the business’s', () => {
    const rule = { at_risk_after_days: 30, lapsed_after_days: 60, dormant_after_days: 90, own_rhythm: true }
    const changed = (detail: Record<string, unknown>) => auditSentence(entry({ action: 'recency.changed', detail }))
    expect(changed({ group: null, rule })).toBe(
      'Changed the recency bands of the business: at risk after 30, lapsed after 60, dormant after 90 days, by own rhythm.',
    )
    const named = entry({ action: 'recency.changed', subject_name: 'NGO', detail: { group: 'ngo', rule: null } })
    expect(plain(auditSentence(named))).toBe('Changed the recency bands of NGO to the business’s.')
  })

  test('an action of another version is told by its name', () => {
    expect(auditSentence(entry({ action: 'order.entered' }))).toBe('order.entered.')
  })
})

test('whoever is gone or was never known is still told apart', () => {
  expect(auditActor(entry({ action: 'sign_out' }))).toBe('Amina')
  expect(auditActor(entry({ action: 'sign_out', actor_name: null }))).toBe('Somebody removed')
  expect(auditActor(entry({ action: 'key.created', actor_kind: 'shell', actor_name: null }))).toBe('The server’s shell')
  expect(auditActor(entry({ action: 'sign_in.failed', actor_kind: 'unknown', actor_name: null }))).toBe(
    'Nobody signed in',
  )
  expect(plain(auditActor(entry({ action: 'export.started', actor_kind: 'key', actor_name: 'ledger' })))).toBe(
    'Key ledger',
  )
})
