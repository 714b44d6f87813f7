import { formatDecimal } from './number'

/**
 * How much of a whole a part is, in per cent: one decimal below 10 %, whole ones above. A part is never rounded to
 * nothing or to all, and of nothing there is "none".
 */
export function shareOf(part: number, whole: number): string {
  if (whole === 0) return 'none'
  if (part === 0 || part === whole) return part === 0 ? '0 %' : '100 %'
  const percent = (part / whole) * 100
  if (percent < 0.05) return '<0.1 %'
  if (percent > 99 && percent < 100) return '>99 %'
  return percent < 9.95 ? `${formatDecimal(percent, 1).replace(/\.0$/, '')} %` : `${formatDecimal(percent, 0)} %`
}
