// Text files of rows: separators, quotation marks, headings, and rows that have gone wrong.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTableFolder, quietly, readTable, type TableFolder } from '../../support/tables.ts'
import { openTables } from '#main/tables/open-tables.ts'
import { spoolTable } from '#main/tables/table-spool.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

const read = (content: string | Uint8Array) => readTable(folder.write('客户.csv', content))
const refusal = async (content: string | Uint8Array): Promise<unknown> => read(content).catch((error: unknown) => error)

describe('separators and quotation marks', () => {
  test.each([
    ['a comma', ','],
    ['a semicolon', ';'],
    ['a tab', '\t'],
    ['a bar', '|'],
    ['a caret', '^'],
    ['a tilde', '~'],
    ['a colon', ':'],
  ])('cells between %s are told apart', async (_, sign) => {
    const { file, rows } = await read(
      ['姓名', '手机', '城市'].join(sign) + '\n' + ['王伟', '13800138000', '杭州'].join(sign) + '\n',
    )
    expect(file.dialect).toEqual({ encoding: 'utf-8', delimiter: sign, quote: '"' })
    expect(rows).toEqual([['王伟', '13800138000', '杭州']])
  })

  test('a semicolon separates where commas are decimal marks', async () => {
    const { file } = await read('Name;Betrag;Ort\nMüller;1.234,50;Köln\nWeiß;9,90;Bonn\n')
    expect(file.dialect?.delimiter).toBe(';')
  })

  test('times and addresses are no columns', async () => {
    expect((await read('Termin\n10:30\n11:45\n')).head.width).toBe(1)
    expect((await read('Address\n1 Main St, Springfield, IL\n2 Oak Ave, Dover, DE\n')).head.width).toBe(1)
  })

  test('single quotation marks are taken for such only where they close', async () => {
    const quoted = await read("name,city\n'O, Brian','Cork'\n'Lee','Bonn'\n")
    expect(quoted.file.dialect?.quote).toBe("'")
    expect(quoted.rows).toEqual([
      ['O, Brian', 'Cork'],
      ['Lee', 'Bonn'],
    ])
    expect((await read("name,phone\nLee,'00123\nKim,'00456\n")).rows).toEqual([
      ['Lee', "'00123"],
      ['Kim', "'00456"],
    ])
  })

  test('the line that names the separator is no row', async () => {
    const { head, rows } = await read('sep=;\r\nName;Ort\r\nWeiß;Bonn, Beuel\r\n')
    expect(head).toMatchObject({ headings: ['Name', 'Ort'], headingRow: 2 })
    expect(rows).toEqual([['Weiß', 'Bonn, Beuel']])
  })

  test('lines may end with a return alone, and cells may hold lines', async () => {
    expect((await read('a,b\r1,2\r3,4')).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect((await read('a,b\r\n1,"x\r\ny"\r\n')).rows).toEqual([['1', 'x\r\ny']])
  })

  test('a separator that the user chose counts', async () => {
    const path = folder.write('chosen.csv', 'a;b,c\n1;2,3\n')
    const dialect = { encoding: 'utf-8', delimiter: ',', quote: '"' } as const
    expect((await readTable(path, { dialect })).rows).toEqual([['1;2', '3']])
  })
})

describe('headings', () => {
  test('titles, days of issue and blank lines above them are passed over', async () => {
    const { head, rows, spool } = await read(
      '客户名单,,\n导出日期：2024-03-05,,\n\n姓名,手机,城市\n王伟,138,杭州\n李娜,139,上海\n',
    )
    expect(head).toMatchObject({ headings: ['姓名', '手机', '城市'], headingRow: 4, width: 3 })
    expect(rows).toEqual([
      ['王伟', '138', '杭州'],
      ['李娜', '139', '上海'],
    ])
    expect([...spool.batches()].flat().map(({ row }) => row)).toEqual([5, 6])
  })

  test('a title without separators is passed over, too', async () => {
    const { file, head } = await read('客户名单\n姓名;手机;城市\n王伟;138;杭州\n李娜;139;上海\n')
    expect(file.dialect?.delimiter).toBe(';')
    expect(head).toMatchObject({ headings: ['姓名', '手机', '城市'], headingRow: 2 })
  })

  test('two of the same name and one without are kept apart', async () => {
    expect((await read('Name,Phone,Phone,,Name\na,1,2,3,b\n')).head.headings).toEqual([
      'Name',
      'Phone',
      'Phone (2)',
      '(D)',
      'Name (2)',
    ])
  })

  test('headings in two lines are joined', async () => {
    const { head, rows } = await read('姓名,联系方式,,城市\n,手机,邮箱,\n王伟,138,a@b.cn,杭州\n李娜,139,c@d.cn,上海\n')
    expect(head).toMatchObject({ headings: ['姓名', '手机', '邮箱', '城市'], headingRow: 2 })
    expect(rows).toHaveLength(2)
  })

  test('a list without headings has none', async () => {
    const { head, rows } = await read('王伟,13800138000,wang@example.cn\n李娜,13900139000,li@example.cn\n')
    expect(head).toMatchObject({ headings: ['(A)', '(B)', '(C)'], headingRow: 0 })
    expect(rows).toHaveLength(2)
  })

  test('the user may name their row, or none', async () => {
    const path = folder.write('rows.csv', 'x,y\na,b\n1,2\n')
    expect((await readTable(path, { headingRows: [2] })).head.headings).toEqual(['a', 'b'])
    expect((await readTable(path, { headingRows: [0] })).rows).toHaveLength(3)
  })

  test('three hundred columns and more are read', async () => {
    const headings = Array.from({ length: 700 }, (_, column) => `Field ${column}`)
    const { head, rows } = await read(`${headings.join(',')}\n${headings.map((_, column) => column).join(',')}\n`)
    expect(head.width).toBe(700)
    expect(rows[0]?.[699]).toBe('699')
  })
})

describe('rows', () => {
  test('one with too many cells is refused, one with too few is named', async () => {
    const { rows, faults } = await read('a,b\n1,2,3\n4\n5,6,,\n7,8\n9,10\n')
    expect(faults).toEqual(['2 imports.row.too_many_cells', '3 imports.row.too_few_cells'])
    expect(rows).toEqual([
      ['1', '2', '3'],
      ['4', ''],
      ['5', '6'],
      ['7', '8'],
      ['9', '10'],
    ])
  })

  test('a text with a comma that lacks its quotation marks is put together where that is sure', async () => {
    const { rows, faults } = await read(
      'name,address,city\nHanari,Rua do Paço, 67,Rio\nBon,Rue A,5,Lyon\nLee,Main, 1, B,Cork\nx,y,z\n',
    )
    expect(rows).toEqual([
      ['Hanari', 'Rua do Paço, 67', 'Rio'],
      ['Bon', 'Rue A', '5', 'Lyon'],
      ['Lee', 'Main, 1, B', 'Cork'],
      ['x', 'y', 'z'],
    ])
    expect(faults).toEqual(['2 imports.row.joined', '3 imports.row.too_many_cells', '4 imports.row.joined'])
  })

  test('where most are short nothing is wrong with them', async () => {
    expect((await read('a,b,c\n1,2\n3,4\n5,6,7\n')).faults).toEqual([])
  })

  test('a quotation mark inside a quoted cell is named, one that never closes is told with its row', async () => {
    expect((await read('a,b\n1,"x "y" z"\n2,ok\n')).faults).toEqual(['2 imports.row.quote_broken'])
    expect(await refusal('a,b\n1,2\n3,"open\n4,5\n')).toMatchObject({ messageKey: 'imports.file.quote_open', params: { row: 3 } })
  })

  test('blank ones are left out and counted', async () => {
    const { spool } = await read('a,b\n\n1,2\n , \n3,4\n')
    expect([...spool.batches()].flat().map(({ row }) => row)).toEqual([3, 5])
    expect(spool.rowsAt([5, 4])).toEqual([{ row: 5, cells: ['3', '4'] }])
  })

  test('one column, headings only, and zero bytes between letters are read', async () => {
    expect((await read('Name\nAnna\nBen\n')).rows).toEqual([['Anna'], ['Ben']])
    expect((await read('Name,Phone\n')).spool.rows).toBe(0)
    expect((await read(`Name,Phone\n${'Anna,1\n'.repeat(100)}Be\0n,2\n`)).rows.at(-1)).toEqual(['Be\0n', '2'])
  })
})

describe('files that are no text', () => {
  test.each([
    ['nothing at all', '', 'imports.file.empty'],
    ['blank lines only', '\n \n,,\n', 'imports.file.empty'],
    ['a PDF', '%PDF-1.7\n', 'imports.file.pdf'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0, 0]), 'imports.file.not_text'],
    ['an XML document', '<?xml version="1.0"?><a/>', 'imports.file.xml'],
    ['a web page without a table', '<html><p>404</p></html>', 'imports.file.no_table'],
    ['an archive', Uint8Array.from([0x1f, 0x8b, 8, 0]), 'imports.file.archive'],
  ])('%s is refused in a sentence', async (_, content, messageKey) => {
    expect(await refusal(content)).toMatchObject({ messageKey })
  })

  test('a folder and a file that is gone are named', async () => {
    await expect(openTables('/')).rejects.toMatchObject({ messageKey: 'imports.file.folder' })
    await expect(openTables('/none/here.csv')).rejects.toMatchObject({
      messageKey: 'imports.file.gone',
      params: { name: 'here.csv' },
    })
  })
})

describe('reading a table', () => {
  test('says how far it is and stops when the user gives up', async () => {
    const file = await openTables(folder.write('many.csv', `a,b\n${'1,2\n'.repeat(300_000)}`))
    const seen: number[] = []
    const stop = new Error('cancelled')
    const reading = spoolTable(file, 0, {
      progress: (_, done) => seen.push(done),
      checkCancelled: () => {
        if (seen.length === 2) throw stop
      },
    })
    await expect(reading).rejects.toBe(stop)
    expect(seen[0]).toBeGreaterThan(1000)
  })

  test('can be gone through again and again', async () => {
    const file = await openTables(
      folder.write('again.csv', `a,b\n${Array.from({ length: 5000 }, (_, row) => `${row},x`).join('\n')}\n`),
    )
    const spool = await spoolTable(file, 0, quietly)
    expect([...spool.batches()].flat()).toEqual([...spool.batches()].flat())
    expect(spool.rows).toBe(5000)
    expect(spool.rowsAt([2, 3002, 9999]).map(({ cells }) => cells[0])).toEqual(['0', '3000'])
    expect(spool.fileHash).toMatch(/^[0-9a-f]{64}$/u)
  })

  test('is refused where the file has changed since it was opened', async () => {
    const file = await openTables(folder.write('changed.csv', 'a,b\n1,2\n'))
    folder.write('changed.csv', 'b,a,c\n1,2,3\n')
    await expect(spoolTable(file, 0, quietly)).rejects.toMatchObject({ messageKey: 'imports.file.changed' })
  })
})
