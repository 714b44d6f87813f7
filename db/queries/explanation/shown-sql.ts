import type { SQL } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { ExplanationAnswer } from '@/lib/customer-groups/explanation/contract'

const dialect = new PgDialect()

/** A statement as it can be run elsewhere: its text without empty lines, and its parameters as texts. */
export function shownSql(statement: SQL): ExplanationAnswer['sql'] {
  const { sql: text, params } = dialect.sqlToQuery(statement)
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return { text: lines.map((line) => line.trimEnd()).join('\n'), parameters: params.map(asText) }
}

function asText(parameter: unknown): string | null {
  if (parameter === null || parameter === undefined) return null
  return Array.isArray(parameter) ? `{${parameter.map(String).join(',')}}` : String(parameter)
}
