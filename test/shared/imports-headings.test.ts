// What a file's headings, delimiters and stage names are taken for.
import { describe, expect, test } from 'vitest'
import { sniffShape } from '#shared/imports/csv-shape.ts'
import { headingWords } from '#shared/imports/heading-words.ts'
import { foldHeading, proposeColumns, proposeEntity, unitInHeading } from '#shared/imports/headings.ts'
import { importEntity, importFields } from '#shared/imports/import.ts'
import { unguarded } from '#shared/imports/row-reader.ts'
import { guessStage } from '#shared/imports/stage-names.ts'

describe('headings', () => {
  test.each([
    ['company', 'account,sector,year_established,revenue,employees,office_location,subsidiary_of'],
    ['company', '客户名称,所属行业,员工人数,官网,联系电话'],
    ['contact', 'First Name,Last Name,Email,Job Title,Account Name'],
    ['contact', '姓名,公司,职务,手机,邮箱'],
    ['deal', 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'],
    ['deal', '商机名称,客户名称,销售阶段,预计金额,预计成交日期,负责人'],
  ] as const)('speak of a %s: %s', (entity, headings) => {
    expect(proposeEntity(headings.split(','))).toBe(entity)
  })

  test('find their fields in any spelling', () => {
    const columns = proposeColumns(['Deal Name', 'accountName', 'CLOSE-DATE', '金额（元）', '负责人 ', '阶段', 'Colour'], 'deal')
    expect(columns).toEqual(['title', 'companyName', 'closedOn', 'amount', 'ownerName', 'stageName', null])
  })

  test('give each field to one column, the one that says it best', () => {
    expect(proposeColumns(['电话', '手机', 'Tel'], 'contact')).toEqual(['phone2', 'phone', 'phone3'])
    expect(proposeColumns(['Name', 'Birth Year', 'Birth Month', 'Birth Day'], 'contact')).toEqual(['name', null, null, null])
    expect(proposeColumns(['姓名', '姓', '名'], 'contact')).toEqual(['name', null, null])
  })

  test('of an address book by Outlook, Gmail and Thunderbird are known', () => {
    expect(
      proposeColumns(['First Name', 'Last Name', 'Primary Email', 'Mobile Number', 'Job Title', 'Organization'], 'contact'),
    ).toEqual(['givenName', 'familyName', 'email', 'phone', 'role', 'companyName'])
    expect(
      proposeColumns(
        ['名', '姓', '单位', '职务', '商务地址 街道', '商务地址 市/县', '移动电话', '电子邮件地址', '附注'],
        'contact',
      ),
    ).toEqual(['givenName', 'familyName', 'companyName', 'role', 'address', 'city', 'phone', 'email', 'description'])
  })

  test('tell the unit of their amounts', () => {
    expect(unitInHeading('年收入(万元)')).toBe(10_000)
    expect(unitInHeading('Revenue (in millions)')).toBe(1_000_000)
    expect(unitInHeading('Amount')).toBe(1)
  })

  test('every field has words, each written as headings are folded and given to one field only', () => {
    for (const entity of importEntity.options) {
      const words = Object.entries(headingWords[entity])
      expect(words.map(([field]) => field).toSorted()).toEqual([...importFields[entity]].toSorted())
      for (const [, list] of words) for (const word of list.split(' ')) expect(foldHeading(word)).toBe(word)
    }
  })
})

describe('the shape of a file', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb, c\n1\t2, 3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['sep=;\na,b;c\n', ';'],
    ['name;"a,b,c"\n"x;y";"1,2,3"\n', ';'],
    ['one column only\nx\n', ','],
    ['', ','],
  ])('%j is separated by %j', (text, delimiter) => {
    expect(sniffShape(text).delimiter).toBe(delimiter)
  })

  test('lines may end as on an old Macintosh', () => {
    expect(sniffShape('a,b\r"x\ny",2\r').newline).toBe('\r')
    expect(sniffShape('a,b\r\n"x\ry",2\r\n').newline).toBe('\n')
  })

  test('what guards a cell from a spreadsheet is taken off', () => {
    expect(unguarded('="0571"')).toBe('0571')
    expect(unguarded(`'+86 139`)).toBe('+86 139')
    expect(unguarded(`'s-Hertogenbosch`)).toBe(`'s-Hertogenbosch`)
    expect(unguarded('=1+1')).toBe('=1+1')
  })
})

describe('the name of a stage', () => {
  test.each([
    ['Won', 'won', true],
    ['Closed Won', 'won', true],
    ['赢单', 'won', true],
    ['成交', 'won', true],
    ['Closed Lost', 'lost', true],
    ['输单', 'lost', true],
    ['已取消', 'lost', false],
    ['Abandoned', 'lost', false],
    ['Contract signed', 'won', false],
    ['Negotiation', null, false],
    ['初步接触', null, false],
  ] as const)('%s ends a deal as %s', (name, outcome, isPlain) => {
    expect(guessStage(name)).toMatchObject({ outcome, isPlain })
  })
})
