// Files that mean harm: whatever their bytes are, they are tables or a refusal in a sentence, never a crash.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { isMessageKey } from '#shared/messages.ts'
import { oldBookOf } from '../../support/compound.ts'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'
import { bookOf, textRow, zipOf } from '../../support/workbook.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

/** What reading says that no catalogue knows. Anything but a table or an AppError is thrown on. */
const unsaid = async (content: string | Uint8Array): Promise<string[]> => {
  try {
    const { spool } = await readTable(folder.write('harm.csv', content))
    return spool.faults.map(({ messageKey }) => messageKey).filter((key) => !isMessageKey(key))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return isMessageKey(error.messageKey) ? [] : [error.messageKey]
  }
}

test('any bytes and any text', async () => {
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary', maxLength: 200 }).map((text) => new TextEncoder().encode(text.toWellFormed())),
    fc.stringMatching(/^[a"',;\t\n\r=@ 0-9王.-]{0,120}$/u),
    fc.stringMatching(/^[<>&;a-z/"= \n]{0,80}$/u).map((text) => `<table>${text}`),
    fc.stringMatching(/^[A-Z;:=,.\n ]{0,80}$/u).map((text) => `BEGIN:VCARD\n${text}\nEND:VCARD`),
    fc.stringMatching(/^[A-Z;:=,.\n ]{0,80}$/u).map((text) => `BEGIN:VCALENDAR\nBEGIN:VEVENT\n${text}\nEND:VEVENT`),
  )
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      expect(await unsaid(bytes)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

const flipped = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }).map((changes) => {
    const copy = Uint8Array.from(bytes)
    for (const [at, value] of changes) copy[at] = value
    return copy
  })

test('workbooks with a few bytes changed', async () => {
  const book = bookOf({ sheets: { S: textRow('姓名', '手机') + textRow('王伟', '138') }, formats: ['yyyy-mm-dd'] })
  const old = oldBookOf('S', [
    ['姓名', 'x'],
    ['王伟', 1],
  ])
  await fc.assert(
    fc.asyncProperty(fc.oneof(flipped(book), flipped(old)), async (bytes) => {
      expect(await unsaid(bytes)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('sheets of any XML', async () => {
  const sheet = fc.stringMatching(
    /^(?:<row>|<\/row>|<c t="(?:s|str|e|b|d|n|inlineStr)" r="[A-Z]{0,3}\d{0,7}" s="\d?">|<\/c>|<v>|<\/v>|<f>|[-0-9.Ee王]){0,30}$/u,
  )
  await fc.assert(
    fc.asyncProperty(
      sheet.map((xml) => bookOf({ sheets: { S: xml }, formats: ['yyyy', '0%', '000'] })),
      async (bytes) => {
        expect(await unsaid(bytes)).toEqual([])
      },
    ),
    {
      numRuns: 100,
    },
  )
})

test('a workbook whose parts name each other', async () => {
  const loop = {
    '_rels/.rels': '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
    'xl/workbook.xml': '<workbook/>',
  }
  const nowhere = { 'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>' }
  expect(await unsaid(zipOf(loop))).toEqual([])
  expect(await unsaid(zipOf(nowhere))).toEqual([])
})
