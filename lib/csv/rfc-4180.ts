/**
 * How csv-stringify writes CSV by RFC 4180. By itself the library quotes a cell for CR LF alone, where a lone one of them
 * breaks the line for others, and what stands behind it would begin a row.
 */
export const RFC_4180 = { record_delimiter: '\r\n', quoted_match: /[\r\n]/ }
