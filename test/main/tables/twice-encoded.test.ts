// Text that was encoded twice: recognised, put right, or at least said; text that only looks a little like it stays as it is.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { twiceDecoder } from '#main/tables/csv/twice-encoded.ts'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

/** What a program makes of UTF-8 that it takes for Windows-1252. */
const twice = (text: string): string => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text))
const read = (text: string) => readTable(folder.write('list.csv', text))
const people = 'Name,Ort,Firma\nAnna Müller,Köln,Weiß & Söhne\nFrançois,Besançon,Crédit “Agricole” – Ouest\n'
const chinese = '姓名,公司,电话\n张三,杭州西湖科技有限公司,13800138000\n李四,宁波港务,13900139000\n'

describe('a list that was encoded twice', () => {
  test.each([people, chinese, 'name,city\nAnn,Bonn\nJosé,Bonn\n'])('is put right as a whole: %s', async (text) => {
    const [found, meant] = [await read(twice(text)), await read(text)]

    expect(found.file.dialect?.encoding).toBe('utf-8-twice')
    expect(found.file.encodings).toEqual(['utf-8-twice', 'utf-8'])
    expect([found.head.headings, ...found.rows]).toEqual([meant.head.headings, ...meant.rows])
  })

  test('is put right also where no-break spaces became plain ones', async () => {
    const { rows, head } = await read(twice(chinese).replaceAll('\u00a0', ' '))

    expect([head.headings, ...rows]).toEqual([
      ['姓名', '公司', '电话'],
      ['张三', '杭州西湖科技有限公司', '13800138000'],
      ['李四', '宁波港务', '13900139000'],
    ])
  })

  test('keeps the rows that were not, and can be read as it stands', async () => {
    const path = folder.write('mixed.csv', `${twice(people)}Jürgen,München,张三\n`)

    expect((await readTable(path)).rows.at(-1)).toEqual(['Jürgen', 'München', '张三'])
    const asItStands = await readTable(path, { dialect: { encoding: 'utf-8', delimiter: ',', quote: '"' } })
    expect(asItStands.rows[0]).toEqual(['Anna MÃ¼ller', 'KÃ¶ln', 'WeiÃŸ & SÃ¶hne'])
  })

  test('in few of many rows is offered, not taken', async () => {
    const { file } = await read(`${people.repeat(10)}${twice('Anna Müller,Köln,Weiß & Söhne\n')}`)

    expect(file.encodings).toEqual(['utf-8', 'utf-8-twice'])
  })
})

test.each([
  people,
  chinese,
  'Name\nCAFÉ®\nCAFÉ™\n',
  'Nom\nCafé\u00a0» et thé\nà côté\n',
  'Nome\nJOÃO\nMANHÃ\n',
  'Ad\nŞişli Çağ\n',
  'Ký\nNguyễn Văn Á\n',
])('a list that was not is read as it is: %s', async (text) => {
  expect((await read(text)).file.encodings[0]).toBe('utf-8')
})

test('whatever was encoded twice comes back, in pieces of any size', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aß ü€張三ğЖ한”,😀\n') }), fc.integer({ min: 1, max: 7 }), (text, size) => {
      const bytes = new TextEncoder().encode(twice(text))
      const decoder = twiceDecoder()
      let found = ''
      for (let at = 0; at < bytes.length; at += size) found += decoder.decode(bytes.subarray(at, at + size))
      expect(found + decoder.end()).toBe(text)
    }),
  )
})
