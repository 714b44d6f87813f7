import { describe, expect, test } from 'vitest'
import { nextMove } from './recency-move'

describe('what moves a customer that does not come back', () => {
  const last = { at_risk_after_days: 2, lapsed_after_days: 4, dormant_after_days: 6 }
  const at = '2026-03-01T22:00:00Z'

  test('is the day after the last one of its band, on the clock of the business', () => {
    expect(nextMove('active', at, last, 'UTC')).toEqual({ moves_on: '2026-03-04', moves_to: 'at_risk' })
    expect(nextMove('active', at, last, 'Africa/Dar_es_Salaam').moves_on).toBe('2026-03-05')
    expect(nextMove('at_risk', at, last, 'UTC')).toEqual({ moves_on: '2026-03-06', moves_to: 'lapsed' })
    expect(nextMove('lapsed', at, last, 'UTC')).toEqual({ moves_on: '2026-03-08', moves_to: 'dormant' })
  })

  test('is nothing where it is dormant or never came', () => {
    const stays = { moves_on: null, moves_to: null }
    expect(nextMove('dormant', at, last, 'UTC')).toEqual(stays)
    expect(nextMove('never', null, last, 'UTC')).toEqual(stays)
  })
})
