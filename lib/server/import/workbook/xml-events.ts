import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes'
import { FileRefusal } from '@/lib/server/import/refusal'

/** What is told of a part as it is read; names are without their prefixes. */
export type XmlHandler = {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text?(text: string): void
  close?(name: string): void
}

const SILENT_CHARACTERS_LIMIT = 1_000_000
const DEPTH_LIMIT = 64

/**
 * Reads a part as XML, piece by piece; `afterEach` is called between the pieces, so that what was gathered can be passed on.
 * @throws FileRefusal for a document type, with which entities could grow, for one text beyond a million characters, and
 * for what is nested beyond measure; an error of the parser for what is no XML.
 */
export async function* readXml<T>(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  afterEach: () => T,
): AsyncGenerator<T> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser()
  let silent = 0
  let depth = 0
  parser.on('doctype', () => {
    throw new FileRefusal('holds a document type definition, which no workbook needs')
  })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    silent = 0
    depth += 1
    if (depth > DEPTH_LIMIT) throw new FileRefusal('is nested too deeply')
    handler.open(localName(name), attributes)
  })
  parser.on('attribute', (_: SaxesAttributePlain) => {
    silent = 0
  })
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  parser.on('closetag', ({ name }: SaxesTagPlain) => {
    silent = 0
    depth -= 1
    handler.close?.(localName(name))
  })
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    silent += text.length
    parser.write(text)
    if (silent > SILENT_CHARACTERS_LIMIT) throw new FileRefusal('holds a text of more than a million characters')
    yield afterEach()
  }
  parser.write(decoder.decode()).close()
  yield afterEach()
}

/** The same for a part that is wanted whole. */
export async function readWholeXml(chunks: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(chunks, handler, () => null));
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
