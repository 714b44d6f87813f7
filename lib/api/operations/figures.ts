import { agreementParamsSchema, agreementSchema } from '@/lib/agreement/contract'
import type { Operation } from '@/lib/api/operation'
import { bridgeAnswerSchema } from '@/lib/customer-groups/bridge'
import { bridgeQuerySchema } from '@/lib/customer-groups/bridge-params'
import { groupsAnswerSchema } from '@/lib/customer-groups/contract'
import { explanationAnswerSchema } from '@/lib/customer-groups/explanation/contract'
import { explanationQuerySchema } from '@/lib/customer-groups/explanation/params'
import { groupsQuerySchema } from '@/lib/customer-groups/params'
import { seriesAnswerSchema } from '@/lib/customer-groups/series'
import { seriesQuerySchema } from '@/lib/customer-groups/series-params'
import { sinceAnswerSchema, sinceQuerySchema } from '@/lib/customer-groups/since'

const AS_OF_NOTE = 'The same as_of gives the same window; meta says which days, filters, zone and currency it is under.'

export const FIGURES = [
  {
    id: 'getCustomerGroups',
    method: 'GET',
    path: '/api/customer-groups-data',
    subject: 'Figures',
    summary: 'Every group’s figures and, where a group is asked for, a page of its customers',
    notes: `All of an answer is one snapshot. Without group, group_details is null. ${AS_OF_NOTE}`,
    permission: 'read',
    query: groupsQuerySchema,
    answer: { kind: 'json', status: 200, name: 'CustomerGroups', schema: groupsAnswerSchema },
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'period=3months&group=company&sort=revenue' },
  },
  {
    id: 'getGroupsSeries',
    method: 'GET',
    path: '/api/customer-groups-series',
    subject: 'Figures',
    summary: 'The figures of every group over time, by day, week or month',
    notes: `Each array has a figure for each bucket. Orders and revenue add up to the period’s; customers do not. ${AS_OF_NOTE}`,
    permission: 'read',
    query: seriesQuerySchema,
    answer: { kind: 'json', status: 200, name: 'GroupsSeries', schema: seriesAnswerSchema },
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'period=this_year&bucket=month' },
  },
  {
    id: 'getGroupsBridge',
    method: 'GET',
    path: '/api/customer-groups-bridge',
    subject: 'Figures',
    summary: 'Why each group’s revenue differs from that of the period compared with',
    notes: `The previous revenue and every change add up to the revenue exactly. ${AS_OF_NOTE}`,
    permission: 'read',
    query: bridgeQuerySchema,
    parameterWords: {
      compare: 'What the period is compared with: the days before it, or the same days a year earlier.',
    },
    answer: { kind: 'json', status: 200, name: 'GroupsBridge', schema: bridgeAnswerSchema },
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'period=last_calendar_month&compare=last_year' },
  },
  {
    id: 'getExplanation',
    method: 'GET',
    path: '/api/customer-groups-data/explanation',
    subject: 'Figures',
    summary: 'How one figure came about: the orders or customers that it is made of, and what it leaves out',
    notes: `The parameters of the figure’s own answer and its address. The rows and what is left out add up to considered. ${AS_OF_NOTE}`,
    permission: 'read',
    query: explanationQuerySchema,
    parameterWords: {
      group: 'The group that the figure is of; all is all groups together, each customer counted once.',
      customer: 'The id of a customer of the group, whose own figure is meant.',
    },
    answer: { kind: 'json', status: 200, name: 'Explanation', schema: explanationAnswerSchema },
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'figure=total_revenue&group=company&period=3months' },
  },
  {
    id: 'getGroupsSince',
    method: 'GET',
    path: '/api/customer-groups-since',
    subject: 'Figures',
    summary: 'What was done to a period’s orders since a moment, and what its figures were then',
    notes:
      'Counted are orders whose status, type, branch, amount, date or customer is another one now, and those that were entered since. Customers stand in the groups of today.',
    permission: 'read',
    query: sinceQuerySchema,
    answer: { kind: 'json', status: 200, name: 'GroupsSince', schema: sinceAnswerSchema },
    failures: ['branch_not_allowed', 'busy'],
    example: { query: 'period=3months&as_of=2026-03-31T20:15:00Z' },
  },
  {
    id: 'getAgreement',
    method: 'GET',
    path: '/api/agreement',
    subject: 'Figures',
    summary: 'Whether the figures agree with the records, each check with its two sides',
    notes:
      'Of the last six months and the branches of the key, as of at most five minutes ago. A key of an administrator with all branches is also told whether what is kept beside the records follows from them.',
    permission: 'read',
    query: agreementParamsSchema,
    answer: { kind: 'json', status: 200, name: 'Agreement', schema: agreementSchema },
    failures: ['busy'],
    example: { query: 'again=true' },
  },
] as const satisfies readonly Operation[]
