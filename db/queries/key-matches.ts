import { type SQL, sql } from 'drizzle-orm'
import { customerKeys } from '@/db/schema/keys'
import { codeKey, emailKey } from '@/lib/customers/look-up-keys'
import { phoneDigitForms } from '@/lib/phone-forms'
import { escapeLike } from './customer-list'

type KeyKind = (typeof customerKeys.kind.enumValues)[number]

/** Values of one kind, any of which will do. */
export type AskedKeys = { kind: KeyKind; values: string[] }

/** Everything that a text may be the whole of: a phone, an e-mail, a plate or a customer's code. */
export function exactKeys(text: string, country: string): AskedKeys[] {
  return [
    phoneKeys(text, country),
    { kind: 'email', values: text.includes('@') ? [emailKey(text)] : [] },
    { kind: 'plate', values: [codeKey(text)] },
    { kind: 'customer_external_id', values: [text, text.toLowerCase(), text.toUpperCase()] },
  ]
}

/** A phone in every form in which its digits may be recorded. */
export function phoneKeys(phone: string, country: string): AskedKeys {
  return { kind: 'phone', values: phoneDigitForms(phone, country) }
}

/** A FROM item of the keys that are asked for. */
export function keyed(asked: readonly AskedKeys[]): SQL {
  const any = asked
    .map(({ kind, values }) => ({ kind, values: values.filter((value) => value !== '') }))
    .filter(({ values }) => values.length > 0)
    .map(({ kind, values }) => sql`(${customerKeys.kind} = ${kind} and ${customerKeys.value} in ${values})`)
  return keysWhere(any.length === 0 ? sql`false` : sql.join(any, sql` or `))
}

/** A FROM item of the plates that begin with a text, however it was typed. */
export function platesFrom(text: string): SQL {
  const begins = codeKey(text)
  if (begins.length < 2) return keysWhere(sql`false`)
  return keysWhere(sql`${customerKeys.kind} = 'plate' and ${customerKeys.value} like ${`${escapeLike(begins)}%`}`)
}

function keysWhere(condition: SQL): SQL {
  return sql`(select * from ${customerKeys} where ${condition}) as ${customerKeys}`
}
