import { isDay, readDay } from '@/lib/read-day'

/** The first and last day of a range as they are typed, as 2026-03-31 or not yet. */
export type TypedDays = { from: string; to: string }
type DayProblems = { [Name in keyof TypedDays]: string | null }

/** What is wrong with each day, as a sentence; `today` is the business's day of the figures, after which nothing is known. */
export function customDaysProblems({ from, to }: TypedDays, today: string | undefined): DayProblems {
  const problems = { from: dayProblem(from, 'first'), to: dayProblem(to, 'last') }
  if (problems.from === null && today !== undefined && from > today)
    return { ...problems, from: 'The first day has not come yet.' }
  if (problems.from === null && problems.to === null && from > to)
    return { ...problems, to: 'The last day is before the first.' }
  return problems
}

function dayProblem(day: string, which: 'first' | 'last'): string | null {
  if (day === '') return `Enter the ${which} day, as 2026-03-31.`
  if (!isDay(day)) return `The ${which} day must be a day, as 2026-03-31.`
  return readDay(day) === null ? `The ${which} day must lie in 1900 to 2199.` : null
}
