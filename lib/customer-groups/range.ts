import { z } from 'zod'
import { type Combined, combinationProblems } from './combinations'
import { type AskedRange, rangeProblems } from './range-problems'

/**
 * The contract of a request's parameters, with what is wrong with them together among its errors; days without a period mean
 * a custom range.
 */
export function withRange<Params extends z.ZodType<AskedRange & Combined>>(schema: Params) {
  return z.preprocess(
    impliedPeriod,
    schema.superRefine((params, context) => {
      for (const { name, message } of [...rangeProblems(params), ...combinationProblems(params)])
        context.addIssue({ code: 'custom', path: [name], message })
    }),
  )
}

function impliedPeriod(params: unknown): unknown {
  if (typeof params !== 'object' || params === null || 'period' in params) return params
  return 'from' in params || 'to' in params ? { ...params, period: 'custom' } : params
}
