import { expect, test } from 'vitest'
import { createDecoder, isDamaged } from './encoding'
import { scanEncoding } from './encoding-scan'

async function scan(bytes: Uint8Array, chunkSize = 64) {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield Buffer.from(bytes.subarray(at, at + chunkSize))
  }
  return scanEncoding(bytes, chunks())
}

const header = 'external_id,full_name\n'
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16()

test.each([
  { name: 'plain ASCII', bytes: Buffer.from(header), encoding: 'utf-8' },
  { name: 'nothing', bytes: Buffer.alloc(0), encoding: 'utf-8' },
  { name: 'UTF-8 with accents', bytes: Buffer.from(`${header}1,Zoë 车辆 🚗\n`), encoding: 'utf-8' },
  { name: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${header}`), encoding: 'utf-8' },
  { name: 'UTF-16 with a mark', bytes: Buffer.from(`\ufeff${header}`, 'utf16le'), encoding: 'utf-16le' },
  { name: 'big-endian UTF-16 with a mark', bytes: swapped(`\ufeff${header}`), encoding: 'utf-16be' },
  { name: 'UTF-16 without a mark', bytes: Buffer.from(`${header}1,🚗`, 'utf16le'), encoding: 'utf-16le' },
  { name: 'big-endian UTF-16 without a mark', bytes: swapped(header), encoding: 'utf-16be' },
  { name: 'Windows-1252', bytes: Buffer.from(`${header}1,Zo\u00eb\n`, 'latin1'), encoding: 'windows-1252' },
])('$name is $encoding and whole', async ({ bytes, encoding }) => {
  for (const chunkSize of [1, 2, 3, 64]) {
    expect(await scan(bytes, chunkSize)).toEqual({ encoding, damagedLines: new Set() })
  }
})

test('bytes that are invalid in a file that is otherwise UTF-8 are found with their lines', async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${header}1,Zoë\r\n2,`),
    Buffer.from([0xff]),
    Buffer.from('\r3,\n4,ok'),
    Buffer.from([0xc3]),
  ])
  expect(await scan(bytes)).toEqual({ encoding: 'utf-8', damagedLines: new Set([3, 5]) })
})

test('overlong forms and surrogates in UTF-8 are invalid', async () => {
  const overlong = Buffer.from([0xef, 0xbb, 0xbf, 0xc0, 0x80, 0x0a, 0xed, 0xa0, 0x80, 0x0a, 0xf4, 0x90, 0x80, 0x80])
  expect((await scan(overlong)).damagedLines).toEqual(new Set([1, 2, 3]))
})

test('lone surrogates and half a unit in UTF-16 are found with their lines', async () => {
  const text = Buffer.from('\ufeffa\n\ud83d\nb\udc00\n🚗\n', 'utf16le')
  expect((await scan(Buffer.concat([text, Buffer.from([0x41])]))).damagedLines).toEqual(new Set([2, 3, 5]))
})

test('Windows-1252 is decoded with its own characters, and what it leaves undefined is damage', () => {
  const decoder = createDecoder('windows-1252')
  expect(decoder.decode(Buffer.from([0x80, 0x92, 0xe9, 0x41]))).toBe('€’éA')
  expect(isDamaged(decoder.decode(Buffer.from([0x81])), 'windows-1252', false)).toBe(true)
  expect(isDamaged('€’é', 'windows-1252', false)).toBe(false)
})

test('a replacement character that the file itself holds is no damage', () => {
  expect(isDamaged('\ufffd', 'utf-8', false)).toBe(false)
  expect(isDamaged('\ufffd', 'utf-8', true)).toBe(true)
})

test('characters that fall between two chunks are decoded whole', () => {
  const decoder = createDecoder('utf-8')
  const bytes = Buffer.from('\ufeffZoë 🚗')
  let text = ''
  for (const byte of bytes) text += decoder.decode(Buffer.from([byte]))
  expect(text + decoder.end()).toBe('Zoë 🚗')
})
