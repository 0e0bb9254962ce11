// Address books and calendars as tables: a row a card, a row an entry.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTableFolder, readTable, type TableFolder } from '../../support/tables.ts'

let folder: TableFolder
beforeAll(() => {
  folder = makeTableFolder()
})
afterAll(() => folder.remove())

const lines = (...text: readonly string[]): string => text.join('\r\n')

/** Each row by its headings, without what is empty. */
const records = async (name: string, content: string, index = 0, timeZone = 'Asia/Shanghai') => {
  const { head, rows, faults } = await readTable(folder.write(name, content), { timeZone }, index)
  const read = rows.map((cells) =>
    Object.fromEntries(head.headings.map((heading, column) => [heading, cells[column]]).filter(([, cell]) => cell !== '')),
  )
  return { read, head, faults }
}

test('every number and address of a card has its column, with its type beside it', async () => {
  const { read } = await records(
    '通讯录.vcf',
    lines(
      'BEGIN:VCARD',
      'VERSION:3.0',
      'N:王;伟;;;',
      'FN:王伟',
      'ORG:杭州西湖科技有限公司;销售部',
      'TITLE:经理',
      'TEL;TYPE=CELL:138 0013 8000',
      'TEL;TYPE=WORK:0571-88886666',
      'item1.EMAIL;TYPE=INTERNET:wang@example.cn',
      'item1.X-ABLabel:公司',
      'ADR;TYPE=WORK:;;文三路 1 号;杭州;浙江;310000;中国',
      'X-QQ:10001',
      'BDAY:1988-03-22',
      'CATEGORIES:客户,重点',
      'PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=',
      'END:VCARD',
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E5=A8=9C',
      'TEL;CELL:13900139000',
      'END:VCARD',
    ),
  )
  expect(read).toEqual([
    {
      Name: '王伟',
      'Family Name': '王',
      'Given Name': '伟',
      'Organization 1 - Name': '杭州西湖科技有限公司',
      'Organization 1 - Department': '销售部',
      'Organization 1 - Title': '经理',
      'Phone 1 - Type': 'Mobile',
      'Phone 1 - Value': '138 0013 8000',
      'Phone 2 - Type': 'Work',
      'Phone 2 - Value': '0571-88886666',
      'E-mail 1 - Value': 'wang@example.cn',
      'Address 1 - Type': 'Office',
      'Address 1 - Street': '文三路 1 号, 浙江',
      'Address 1 - City': '杭州',
      'Address 1 - Postal Code': '310000',
      'Address 1 - Country': '中国',
      'IM 1 - Service': 'qq',
      'IM 1 - Value': '10001',
      Birthday: '1988-03-22',
      'Group Membership': '客户, 重点',
      Photo: '王伟.png',
    },
    { Name: '李娜', 'Family Name': '李', 'Given Name': '娜', 'Phone 1 - Type': 'Mobile', 'Phone 1 - Value': '13900139000' },
  ])
})

test('cards of companies are a table of their own', async () => {
  const book = lines(
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:Anna',
    'N:Lee;Anna;;;',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    'FN:Acme GmbH',
    'TEL:tel:+49-30-1',
    'END:VCARD',
  )
  expect((await records('a.vcf', book)).read).toEqual([{ Name: 'Anna', 'Family Name': 'Lee', 'Given Name': 'Anna' }])
  const companies = await records('a.vcf', book, 1)
  expect(companies.head.name).toBe('a (ORG)')
  expect(companies.read).toEqual([{ Company: 'Acme GmbH', 'Phone 1 - Value': '+49-30-1' }])
})

test('cards written as XML are cards', async () => {
  const xml =
    '<?xml version="1.0"?><vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard><fn><text>Anna Lee, PhD</text></fn><n><surname>Lee</surname>' +
    '<given>Anna</given><additional/><prefix/><suffix>PhD</suffix></n><tel><parameters><type><text>cell</text></type></parameters>' +
    '<uri>tel:+1-555-1</uri></tel></vcard></vcards>'
  expect((await records('a.xml', xml)).read).toEqual([
    {
      Name: 'Anna Lee, PhD',
      'Family Name': 'Lee',
      'Given Name': 'Anna',
      'Phone 1 - Type': 'Mobile',
      'Phone 1 - Value': '+1-555-1',
    },
  ])
})

test('an address book without a card is empty', async () => {
  await expect(records('a.vcf', lines('BEGIN:VCARD', 'VERSION:3.0', 'END:VCARD'))).rejects.toMatchObject({
    messageKey: 'imports.file.empty',
  })
})

test('appointments and tasks of a calendar are rows in the wall clock of the office', async () => {
  const { read, head } = await records(
    '日程.ics',
    lines(
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1@x',
      'SUMMARY:拜访客户',
      'DTSTART:20240305T013000Z',
      'DTEND:20240305T023000Z',
      'LOCATION:杭州',
      'RRULE:FREQ=WEEKLY',
      'END:VEVENT',
      'BEGIN:VTODO',
      'UID:2@x',
      'SUMMARY:寄合同',
      'DUE;VALUE=DATE:20240307',
      'PRIORITY:1',
      'END:VTODO',
      'END:VCALENDAR',
    ),
  )
  expect(head.headings).toContain('Recurrence')
  expect(read).toMatchObject([
    { Kind: 'meeting', Title: '拜访客户', Date: '2024-03-05 09:30', 'Duration (minutes)': '60', Location: '杭州', UID: '1@x' },
    { Kind: 'task', Title: '寄合同', Date: '2024-03-07', Priority: 'high', UID: '2@x' },
  ])
  expect(read[0]?.['Recurrence']).toContain('FREQ=WEEKLY')
})
