// Cards and calendars as phones and mail programs write them, odd ones too.
import { expect, test } from 'vitest'
import { encodeText } from '../support/encode-text.ts'
import { bringIn, fatesOf, rows, setUpImportDesk, written } from '../support/import-desk.ts'

setUpImportDesk('zh-CN')

const card = (...lines: readonly string[]): string => `BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`
const quoted = (text: string): string =>
  [...encodeText(text, 'gb18030')].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
const numbers = (): string[] =>
  rows<{ text: string }>(
    `select phone as text from contacts where phone is not null union all
      select value from contactPoints where kind = 'phone' and recordType = 'contact'`,
  ).map(({ text }) => text)

test('an old phone writes GBK as quoted-printable, in folded lines', async () => {
  const gbk = ';CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:'
  const note = quoted('备注很长很长很长很长')
  const file = written(
    'nokia.vcf',
    card(
      'VERSION:2.1',
      `N${gbk}${quoted('张')};${quoted('三')}`,
      'TEL;CELL:13800138000',
      'TEL;WORK;VOICE:0571-88886666',
      `ORG${gbk}${quoted('杭州西湖科技有限公司')};${quoted('销售部')}`,
      `NOTE${gbk}${note.slice(0, 30)}=`,
      note.slice(30),
    ),
  )

  await bringIn(file)

  expect(rows('select name, description from contacts')).toEqual([{ name: '张三', description: '备注很长很长很长很长' }])
  expect(numbers()).toEqual(['13800138000', '0571-88886666'])
  expect(rows('select name from companies')).toEqual([{ name: '杭州西湖科技有限公司' }])
})

test('an iPhone writes unseen signs around numbers, groups, and the year 1604', async () => {
  const file = written(
    'iphone.vcf',
    card(
      'VERSION:3.0',
      'N:王;小明;;;',
      'FN:王小明',
      'ORG:某某公司;研发部',
      'TITLE:工程师',
      'TEL;type=CELL;type=VOICE;type=pref:\u202a+86 138 0013 8000\u202c',
      'item1.TEL:010-6666 8888',
      'item1.X-ABLabel:前台',
      'item3.ADR;type=WORK;type=pref:;;王府井大街1号;北京市;;100000;中国',
      'BDAY;X-APPLE-OMIT-YEAR=1604:1604-03-05',
      'NOTE:第一行\\n第二行\\, 有逗号',
    ),
  )

  await bringIn(file)

  expect(rows('select name, birthday, description from contacts')).toEqual([
    { name: '王小明', birthday: '--03-05', description: '第一行\n第二行, 有逗号' },
  ])
  expect(numbers()).toEqual(['+86 138 0013 8000', '010-6666 8888'])
  expect(rows('select role from companyContacts')).toEqual([{ role: '研发部 · 工程师' }])
  expect(fatesOf((await bringIn(file)).result.tables)).toEqual(['unchanged 1'])
})

test('a card with a firm and no name is a firm, one with a number only is called by it, an empty one is none', async () => {
  const file = written(
    'odd.vcf',
    card('VERSION:3.0', 'FN:', 'N:;;;;', 'ORG:只有公司有限公司;', 'TEL:0571-88880000') +
      card('VERSION:3.0', 'N:Only;Family', 'EMAIL:of@example.com') +
      card('VERSION:3.0') +
      card('VERSION:3.0', 'FN:', 'TEL:13700137000') +
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut off',
  )

  await bringIn(file)

  expect(rows('select name, phone from companies')).toEqual([{ name: '只有公司有限公司', phone: '0571-88880000' }])
  expect(rows<{ name: string }>('select name from contacts order by no').map(({ name }) => name)).toEqual([
    'Family Only',
    '13700137000',
    'Cut off',
  ])
})

test('a calendar of Outlook names its zones as Windows does', async () => {
  const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']
  const file = written(
    'outlook.ics',
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...event(
        'UID:1',
        'SUMMARY:拜访',
        'DTSTART;TZID="China Standard Time":20260305T143000',
        'DTEND;TZID="China Standard Time":20260305T160000',
      ),
      ...event('UID:2', 'SUMMARY:All day', 'DTSTART;VALUE=DATE:20260306', 'DTEND;VALUE=DATE:20260308'),
      ...event('UID:3', 'SUMMARY:Weekly', 'DTSTART;TZID=W. Europe Standard Time:20260309T090000', 'RRULE:FREQ=WEEKLY;COUNT=3'),
      ...event('UID:4', 'SUMMARY:No start'),
      'END:VCALENDAR',
    ].join('\r\n'),
  )

  const { result } = await bringIn(file)

  expect(fatesOf(result.tables)).toEqual(['new 3, refused 1'])
  expect(rows('select title, dueOn, dueTime, endsOn from activities order by dueOn')).toEqual([
    { title: '拜访', dueOn: '2026-03-05', dueTime: '14:30', endsOn: null },
    { title: 'All day', dueOn: '2026-03-06', dueTime: null, endsOn: '2026-03-07' },
    { title: 'Weekly', dueOn: '2026-03-09', dueTime: '16:00', endsOn: null },
  ])
})
