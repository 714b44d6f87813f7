/** Why a row is refused, with what to do about it. The keys stand in the errors file. */
export const REASONS = {
  'empty file': 'The file holds nothing. It needs a header line with the names of the columns.',
  'missing required column': 'The header line does not name this column, and every row needs it.',
  'column named twice': 'The header line names this column more than once.',
  'ambiguous decimal sign':
    'The file does not tell decimals from thousands. Say which sign it uses: --decimal . or --decimal ,',
  'invalid encoding': 'The text can not be read in the encoding of the file. Save the file as UTF-8.',
  'too many cells': 'The row has more cells than the header line.',
  'too few cells': 'The row has fewer cells than the header line.',
  'quote not closed': 'A quotation mark opens here and is never closed.',
  'row too long': 'The row is longer than a million characters, which happens when a quotation mark is not closed.',
  'U+0000': 'The text holds the character U+0000, which no text may hold.',
  'missing external id': 'Every row needs an external id that names it.',
  'text too long': 'The text is longer than this column allows.',
  'bad amount':
    'An amount is digits with at most one decimal sign, without a minus, thousands separators or a currency.',
  'amount with too many decimals': 'The amount has more decimals than the currency.',
  'amount too large': 'Amounts stay below ten million million minor units.',
  'wrong currency': 'All money is recorded in one currency, and this is another.',
  'bad date':
    'A date is YYYY-MM-DD, with HH:MM, HH:MM:SS and an offset if known, from 1900 to 2199, or in the order that was chosen.',
  'unknown order type': 'An order is service, sales or consultation (also called inquiry).',
  'unknown status': 'A status is created, in_progress, completed or cancelled.',
  'unknown source': 'A source is registration, order_page, import or api.',
  'order of an unknown customer': 'No customer with this external id is in the files or recorded.',
  'lines of one order that differ':
    'The lines of one order are added up, so that all but their amounts has to be the same: this column is not.',
  'formula without a result':
    'The cell holds a formula that was never worked out. Open the file, save it, and send it again.',
  'error of the spreadsheet': 'The cell shows an error of the spreadsheet, such as #REF!.',
  'one external id with different contents': 'Several rows have this external id and do not say the same.',
} as const
export type Reason = keyof typeof REASONS

/** The cast is safe: these are the keys of the object above and no others. */
export const REASON_NAMES = Object.keys(REASONS) as [Reason, ...Reason[]]

/** One thing that is wrong with one row. `column` is empty where it is the row or the file as a whole. */
export type RowError = { file: string; line: number; column: string; value: string; reason: Reason }

/** What is wrong with one cell, before it is known in which file and line. */
export type CellError = Pick<RowError, 'column' | 'value' | 'reason'>
