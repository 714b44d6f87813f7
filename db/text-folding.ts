import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/**
 * A text as search and sorting see it: compatible forms unified, accents and case taken away, white space squeezed to
 * single spaces. Used on both sides of a comparison, so that what was written and what is asked always meet.
 */
export function folded(text: SQLWrapper): SQL<string> {
  return sql<string>`btrim(regexp_replace(lower(unaccent(normalize(${text}, NFKC))), '\\s+', ' ', 'g'))`
}

/** `customers.sort_name`: as much of the folded name as tells people apart, for an index has no room for more. */
export function sortName(name: SQLWrapper): SQL<string> {
  return sql<string>`left(${folded(name)}, 200)`
}

/** The digits of a phone number, in order: '+255 (0) 739-44' is '255073944'. Null for null. */
export function phoneDigits(phone: SQLWrapper): SQL<string> {
  return sql<string>`regexp_replace(${phone}, '[^0-9]', '', 'g')`
}

/** The columns of a customer from which its search text is made. */
export type SearchedColumns = {
  fullName: SQLWrapper
  organizationName: SQLWrapper
  email: SQLWrapper
  externalId: SQLWrapper
  phone: SQLWrapper
  /** The plates of its vehicles in one text, a line each; null where there is none. */
  plates: SQLWrapper
}

/**
 * `customers.search_text`: name, organisation, e-mail, external id, digits of the phone and plates, each folded, a line
 * each. A folded question holds no line break, so a match never runs from one value into the next.
 */
export function searchText(columns: SearchedColumns): SQL<string> {
  const { fullName, organizationName, email, externalId, phone, plates } = columns
  const lines = sql.join([folded(fullName), folded(organizationName), folded(email), folded(externalId)], sql`, `)
  return sql<string>`concat_ws(E'\\n', ${lines}, nullif(${phoneDigits(phone)}, ''), ${plates})`
}

/** Plates for `searchText`, from an aggregate over the vehicles of one customer. */
export function foldedPlates(plate: SQLWrapper, order: SQLWrapper): SQL<string> {
  return sql<string>`string_agg(${folded(plate)}, E'\\n' order by ${order})`
}
