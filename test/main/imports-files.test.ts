// From bytes to rows: encodings, quotation marks, borders between pieces, and files that mean harm.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { isMessageKey } from '#shared/messages.ts'
import { readRecords } from '#main/features/imports/csv-records.ts'
import { decodeChunks, type Encoding, recogniseEncoding } from '#main/features/imports/encoding.ts'
import { openImportTable } from '#main/features/imports/import-table.ts'
import { createTestApp } from '../support/test-app.ts'

const realData = process.env['KITH_REAL_DATA']
if (realData === undefined) console.error('KITH_REAL_DATA is not set: the suites of encodings and odd CSV files are left out.')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kith-files-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** GB 2312's daily characters, got from their bytes, because Node has no encoder for them. */
const gbDecoder = new TextDecoder('gb18030', { fatal: true })
const gbCharacter = fc.tuple(fc.integer({ min: 0xb0, max: 0xd6 }), fc.integer({ min: 0xa1, max: 0xfe }))
const ascii = fc.constantFrom(...'abc XYZ019.-').map((sign): [number] => [sign.charCodeAt(0)])

const pieces = function* (bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
const decode = (bytes: Uint8Array, encoding: Encoding, size = 7): string =>
  [...decodeChunks(pieces(bytes, size), encoding)].join('')
const recognise = (bytes: Uint8Array): Encoding => recogniseEncoding(() => pieces(bytes, 262_144))

const utf16 = (text: string, isLittle: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), isLittle)
  return new Uint8Array(view.buffer)
}

describe('encodings', () => {
  test('characters are whole wherever a piece ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 1, max: 9 }), (text, size) => {
        // A leading byte order mark is no text.
        fc.pre(!text.startsWith('\ufeff'))
        expect(decode(new TextEncoder().encode(text), 'utf-8', size)).toBe(text)
        expect(decode(utf16(text, true), 'utf-16le', size)).toBe(text)
        expect(decode(utf16(text, false), 'utf-16be', size)).toBe(text)
      }),
    )
  })

  test('Chinese text in GB18030 is recognised and whole wherever a piece ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(gbCharacter, ascii), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (characters, size) => {
          const bytes = Uint8Array.from(characters.flat())
          fc.pre(characters.some(({ length }) => length === 2) && !isUtf8(bytes))
          const text = gbDecoder.decode(bytes)
          expect(recognise(bytes)).toBe('gb18030')
          expect(decode(bytes, 'gb18030', size)).toBe(text)
        },
      ),
    )
  })

  test('Western accents are not taken for Chinese', () => {
    expect(recognise(Uint8Array.from([...'M\u00fcller;K\u00f6ln;Stra\u00dfe'].map((sign) => sign.charCodeAt(0))))).toBe(
      'windows-1252',
    )
  })

  test('UTF-16 is known without its mark, and UTF-32 is not taken for it', () => {
    expect(recognise(utf16('name,phone\n王,1\n', true))).toBe('utf-16le')
    expect(recognise(utf16('name,phone\n王,1\n', false))).toBe('utf-16be')
    const wide = Uint8Array.from([0xff, 0xfe, 0, 0, 97, 0, 0, 0, 44, 0, 0, 0])
    expect(() => recognise(wide)).toThrow(AppError)
  })

  const realText = (name: string): Uint8Array => readFileSync(join(realData ?? '', 'encodings/node-chardet', name))

  test.runIf(realData !== undefined).each([
    ['utf8', 'utf-8'],
    ['gb18030', 'gb18030'],
    ['utf16le', 'utf-16le'],
  ])('a real text in %s is recognised', (name, encoding) => {
    expect(recognise(realText(name))).toBe(encoding)
  })

  test.runIf(realData !== undefined).each(['big5', 'utf32le', 'utf32be'])('a real text in %s is refused, not mangled', (name) => {
    expect(() => recognise(realText(name))).toThrow(AppError)
  })
})

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

describe('records', () => {
  // A return at the end of a cell is taken for the end of a line; every field trims it anyway.
  const cell = fc
    .oneof(fc.string({ maxLength: 12 }), fc.stringMatching(/^[a",;\n\r '王]{0,8}$/u))
    .map((text) => text.replace(/\r+$/u, ''))
  const split = function* (text: string, size: number): Generator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
  }

  test('what was written as CSV is read back, wherever a piece ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 20 }),
        (table, delimiter, newline, size) => {
          const text = Papa.unparse(table, { delimiter, newline, quotes: true }) + newline
          const shape = { delimiter: delimiter as ',', newline: '\n' } as const
          const records = [...readRecords(split(text, size), shape)].flat()
          expect(records.slice(0, table.length).map(({ cells }) => [...cells])).toEqual(table)
          expect(records.slice(0, table.length).map(({ row }) => row)).toEqual(table.map((_, place) => place + 1))
        },
      ),
    )
  })

  const suite = join(realData ?? '', 'csv_suites/csv-spectrum')
  const rowsOf = (name: string) => {
    const table = openImportTable(join(suite, 'csvs', `${name}.csv`), null)
    return [...table.batches()]
      .flat()
      .map(({ cells }) => Object.fromEntries(table.headings.map((heading, column) => [heading, cells[column]])))
  }
  // This copy's files have lost the returns that one of the answers still has.
  const answerOf = (name: string): unknown =>
    JSON.parse(readFileSync(join(suite, 'json', `${name}.json`), 'utf8').replaceAll('\\r\\n', '\\n'))

  test.runIf(realData !== undefined)('the spectrum of odd CSV files is read as its authors say', () => {
    const names = readdirSync(join(suite, 'csvs')).map((name) => name.replace('.csv', ''))
    expect(names).toHaveLength(12)
    // The answer to this one is about another place.
    for (const name of names.filter((one) => one !== 'location_coordinates')) expect(rowsOf(name)).toEqual(answerOf(name))
    expect(rowsOf('location_coordinates')).toMatchObject([{ 'Contact Phone Number': '2095257564', Cities: 'Modesto' }])
  })
})

describe('files that mean harm', () => {
  test('any bytes are rows or a refusal in a sentence, never a crash', async () => {
    const app = await createTestApp()
    const file = join(folder, 'harm.csv')
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text)),
      fc
        .stringMatching(/^[a"',;\t\n\r=@ 0-9王.-]{0,120}$/u)
        .map((text) => new TextEncoder().encode(`Name,Amount,Stage,Close date\n${text}`)),
    )
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        writeFileSync(file, content)
        const inspected = await app.call('imports.inspect', { file })
        const { plan } = inspected.ok ? (inspected.data as { plan: unknown }) : { plan: null }
        const last = inspected.ok ? await app.call('imports.preview', { file, plan }) : inspected
        const sentence = last.ok ? 'imports.step.reading' : last.error.messageKey
        expect(sentence).toMatch(/^imports\./u)
        expect(isMessageKey(sentence)).toBe(true)
      }),
      { numRuns: 200 },
    )
    expect(app.bugs).toEqual([])
    app.close()
  })

  test('megabytes behind one open quotation mark end quickly', () => {
    const file = join(folder, 'long.csv')
    writeFileSync(file, `Name,Note\nA,"${'x'.repeat(20_000_000)}`)
    const start = performance.now()
    expect(() => [...openImportTable(file, null).batches()]).toThrow(AppError)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a file too big, and one with too many rows, are refused by their size', async () => {
    const app = await createTestApp()
    const file = join(folder, 'many.csv')
    writeFileSync(file, `Name\n${'a\n'.repeat(500_001)}`)
    expect(await app.call('imports.inspect', { file })).toMatchObject({
      error: { messageKey: 'imports.file.too_many_rows', params: { limit: 500_000 } },
    })
    writeFileSync(file, new Uint8Array(201 * 1024 * 1024).fill(97))
    expect(await app.call('imports.inspect', { file })).toMatchObject({
      error: { messageKey: 'imports.file.too_big', params: { megabytes: 201, limit: 200 } },
    })
    app.close()
  })
})
