import { expect, test } from 'vitest'
import { countedResult } from './result'

const ended = (code: number) => ({ code, output: '', ms: 1 })

test('tests are counted as their report says', () => {
  expect(countedResult('unit', ended(1), { passed: 7, failed: 2 })).toMatchObject({ passed: 7, failed: 2 })
})

test('a suite that ran nothing has failed, with or without a report', () => {
  expect(countedResult('unit', ended(0), { passed: 0, failed: 0 })).toMatchObject({ passed: 0, failed: 1 })
  expect(countedResult('unit', ended(0), null)).toMatchObject({ passed: 0, failed: 1 })
})

test('a suite that failed outside its tests has failed once', () => {
  expect(countedResult('unit', ended(1), { passed: 7, failed: 0 })).toMatchObject({ passed: 7, failed: 1 })
})
