// Mails and cards dropped on records, through the whole engine.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { makeMsg } from '../../support/made-msg.ts'
import { createTestApp, type TestApp } from '../../support/test-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-drops-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileOf = (name: string, contents: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
let app: TestApp
let company: { readonly recordType: 'company'; readonly recordId: string }

beforeEach(async () => {
  app = await createTestApp()
  onTestFinished(() => app.close())
  company = { recordType: 'company', recordId: (await app.ask('companies.create', { name: 'Nordwind' })).id }
})

const eml = ({
  id = '<m1@x>',
  from = 'Li <li@kunde.cn>',
  to = 'anna@nordwind.de',
  subject = '报价单',
  extra = '',
} = {}): string =>
  [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'Date: Mon, 02 Mar 2026 10:00:00 +0800',
    ...(id === '' ? [] : [`Message-ID: ${id}`]),
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('您好，见附件。').toString('base64'),
    '--x',
    'Content-Type: application/pdf; name=offer.pdf',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('%PDF-1.4').toString('base64'),
    extra,
    '--x--',
  ].join('\r\n')

const drop = (
  files: readonly string[],
  areProgramsAllowed = false,
  place: { recordType: 'company' | 'contact' | 'deal'; recordId: string } = company,
) => app.ask('drops.file', { ...place, files: [...files], areProgramsAllowed })
const mailsOf = async (recordId: string, recordType: 'company' | 'contact' = 'company') =>
  (await app.ask('attachments.list', { recordType, recordId })).map(({ name }) => name).toSorted()

test('a dropped mail stands on the timeline with its time, text and attachments, and the mail itself', async () => {
  const { files } = await drop([fileOf('angebot.eml', eml())])
  expect(files).toMatchObject([{ outcome: 'mail', subject: '报价单', attachments: 1, linked: [], notices: [] }])
  const [first] = files
  const activityId = first?.outcome === 'mail' ? first.activityId : ''
  const row = app.writer.raw
    .prepare('select kind, title, text, happenedAt, direction, messageId from activities where id = ?')
    .get(activityId)
  expect(row).toEqual({
    ...{
      kind: 'email',
      title: '报价单',
      text: 'Li <li@kunde.cn> → anna@nordwind.de\n\n您好，见附件。',
      happenedAt: '2026-03-02T02:00:00.000Z',
    },
    ...{ direction: 'in', messageId: 'm1@x' },
  })
  expect(await app.ask('attachments.list', company)).toMatchObject([
    { name: 'angebot.eml', source: 'mail', activityId },
    { name: 'offer.pdf', source: 'mail-part', activityId, mimeType: 'application/pdf' },
  ])
})

test('the same mail a second time is here already, and nothing is kept twice', async () => {
  await drop([fileOf('a.eml', eml())])
  expect(await drop([fileOf('copy of a.eml', eml())])).toEqual({
    files: [
      {
        ...{ outcome: 'mail-known', name: 'copy of a.eml', subject: '报价单', isLinkedNow: false },
        record: { type: 'company', id: company.recordId, name: 'Nordwind' },
      },
    ],
  })
  expect(await mailsOf(company.recordId)).toEqual(['a.eml', 'offer.pdf'])
})

test('a mail without a Message-ID is known by its words', async () => {
  await drop([fileOf('b.eml', eml({ id: '' }))])
  expect(await drop([fileOf('b2.eml', eml({ id: '' }))])).toMatchObject({ files: [{ outcome: 'mail-known' }] })
  expect(await drop([fileOf('b3.eml', eml({ id: '', subject: 'Another' }))])).toMatchObject({ files: [{ outcome: 'mail' }] })
})

test('a mail is linked to everyone whose address it bears, also a further one', async () => {
  const li = await app.ask('contacts.create', { name: 'Li Wei', email: 'LI@kunde.cn' })
  const bo = await app.ask('contacts.create', { name: 'Bo', email: 'bo@elsewhere.de' })
  await app.ask('contactPoints.add', { recordType: 'contact', recordId: bo.id, kind: 'email', value: 'bo@nordwind.de' })
  const { files } = await drop([fileOf('c.eml', eml({ to: 'Bo <bo@nordwind.de>, nobody@x.y' }))])
  expect(files).toMatchObject([
    {
      linked: expect.arrayContaining([
        { id: li.id, name: 'Li Wei' },
        { id: bo.id, name: 'Bo' },
      ]),
    },
  ])
  expect(await mailsOf(li.id, 'contact')).toEqual(['c.eml', 'offer.pdf'])
})

test('a mail that went out to a known person is told from one that came in', async () => {
  const li = await app.ask('contacts.create', { name: 'Li Wei', email: 'li@kunde.cn' })
  await drop([fileOf('d.eml', eml({ from: 'anna@nordwind.de', to: 'li@kunde.cn' }))], false, {
    recordType: 'contact',
    recordId: li.id,
  })
  expect(app.writer.raw.prepare('select direction from activities').all()).toEqual([{ direction: 'out' }])
})

test('a mail that is here on another record is shown on this one, too, without a second copy', async () => {
  await drop([fileOf('e.eml', eml())])
  const other = await app.ask('contacts.create', { name: 'Carla' })
  const place = { recordType: 'contact' as const, recordId: other.id }
  expect(await drop([fileOf('e.eml', eml())], false, place)).toMatchObject({
    files: [{ outcome: 'mail-known', isLinkedNow: true }],
  })
  expect(await drop([fileOf('e.eml', eml())], false, place)).toMatchObject({ files: [{ isLinkedNow: false }] })
  expect(await mailsOf(other.id, 'contact')).toEqual(['e.eml', 'offer.pdf'])
  expect(app.writer.raw.prepare('select count(*) as n from attachments').get()).toEqual({ n: 2 })
})

test('a program inside a mail is warned about before anything is filed', async () => {
  const extra = '--x\r\nContent-Type: application/octet-stream; name=rechnung.pdf.exe\r\n\r\nMZ'
  const path = fileOf('virus.eml', eml({ extra }))
  expect(await app.call('drops.file', { ...company, files: [path] })).toMatchObject({
    error: { messageKey: 'attachments.programs', params: { names: 'rechnung.pdf.exe' } },
  })
  expect((await drop([path], true)).files).toMatchObject([{ outcome: 'mail', attachments: 2 }])
})

test('an Outlook mail, a broken one and a plain file go by in one operation that can be taken back', async () => {
  const msg = makeMsg({ texts: { '001A': 'IPM.Note', '0037': 'From Outlook', '1000': 'Words' } })
  const { files } = await drop([
    fileOf('o.msg', msg),
    fileOf('broken.eml', 'no mail at all'),
    fileOf('empty.eml', ''),
    fileOf('plain.txt', 'plain'),
  ])
  expect(files).toMatchObject([
    { outcome: 'mail', subject: 'From Outlook', notices: ['drops.notice.broken'] },
    { outcome: 'added', name: 'broken.eml', notice: 'drops.notice.not_a_mail' },
    { outcome: 'added', name: 'empty.eml', notice: 'drops.notice.empty' },
    { outcome: 'added', name: 'plain.txt', notice: null },
  ])
  await app.ask('history.undoLast', {})
  expect(await mailsOf(company.recordId)).toEqual([])
  expect(await drop([fileOf('o.msg', msg)])).toMatchObject({ files: [{ outcome: 'mail' }] })
})

test('a very long mail is cut on the timeline and whole in its file, and says so', async () => {
  const text = `Subject: long\r\nDate: Mon, 02 Mar 2026 10:00:00 +0800\r\n\r\n${'words '.repeat(10_000)}`
  expect((await drop([fileOf('long.eml', text)])).files).toMatchObject([{ notices: ['drops.notice.text_cut'] }])
  expect(app.writer.raw.prepare('select length(text) as n from activities').get()).toEqual({ n: 20_000 })
})

test('a mail dropped on a note is attached to it like any other file', async () => {
  const note = await app.ask('activities.log', { ...company, kind: 'note', text: 'See the mail' })
  const path = fileOf('on-note.eml', eml())
  const { files } = await app.ask('drops.file', { ...company, activityId: note.id, files: [path] })
  expect(files).toMatchObject([{ outcome: 'added', name: 'on-note.eml' }])
  expect(await app.ask('attachments.ofActivity', { activityId: note.id })).toMatchObject([{ name: 'on-note.eml' }])
})

const PNG = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')
const vcf = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:张三',
  'ORG:北风',
  'TITLE:采购经理',
  'TEL;TYPE=CELL:138 0013 8000',
  'TEL;TYPE=WORK:0571-88888888',
  'EMAIL:zs@beifeng.cn',
  'BDAY:19900512',
  'NOTE:met at the fair',
  `PHOTO;ENCODING=b;TYPE=PNG:${PNG}`,
  'END:VCARD',
  'BEGIN:VCARD',
  'FN:Li Wei',
  'EMAIL:li@kunde.cn',
  'END:VCARD',
].join('\r\n')

test('cards dropped on a company make its people, or link those who are here', async () => {
  const li = await app.ask('contacts.create', { name: 'Li Wei', email: 'li@kunde.cn' })
  const file = fileOf('people.vcf', vcf)
  const cards = await app.ask('drops.cards', { ...company, file })
  expect(cards).toMatchObject([
    { index: 0, name: '张三', jobTitle: '采购经理', phone: '138 0013 8000', email: 'zs@beifeng.cn', hasPhoto: true, match: null },
    { index: 1, name: 'Li Wei', match: { id: li.id } },
  ])
  const { contacts } = await app.ask('drops.takeCards', {
    companyId: company.recordId,
    file,
    picks: [
      { index: 0, contactId: null },
      { index: 1, contactId: li.id },
    ],
  })
  expect(contacts).toMatchObject([{ isNew: true }, { id: li.id, isNew: false }])
  const zhang = await app.ask('contacts.get', { id: contacts[0]?.id ?? '' })
  expect(zhang).toMatchObject({
    ...{ name: '张三', phone: '138 0013 8000', phoneType: 'mobile', email: 'zs@beifeng.cn', birthday: '1990-05-12' },
    ...{ description: 'met at the fair', points: [{ kind: 'phone', type: 'work', value: '0571-88888888' }] },
  })
  const people = await app.ask('companies.contacts', { id: company.recordId })
  expect(new Map(people.map(({ contact, link }) => [contact.name, link.role]))).toEqual(
    new Map([
      ['Li Wei', null],
      ['张三', '采购经理'],
    ]),
  )
  expect(await mailsOf(zhang.id, 'contact')).toEqual(['张三.png'])
  await app.ask('history.undoLast', {})
  expect(await app.ask('companies.contacts', { id: company.recordId })).toEqual([])
})

test('a card dropped on a person proposes what is missing, and adds only what was chosen', async () => {
  const contact = await app.ask('contacts.create', { name: '张三', phone: '+86 138-0013-8000', email: null })
  const place = { recordType: 'contact' as const, recordId: contact.id }
  const file = fileOf('zhang.vcf', vcf)
  const [card] = await app.ask('drops.cards', { ...place, file })
  expect(card?.proposals.map(({ field, value }) => [field, value])).toEqual([
    ['phone', '0571-88888888'],
    ['email', 'zs@beifeng.cn'],
    ['birthday', '1990-05-12'],
    ['description', 'met at the fair'],
  ])
  const keys = card?.proposals.filter(({ field }) => field === 'email' || field === 'birthday').map(({ key }) => key) ?? []
  expect(await app.ask('drops.fill', { ...place, file, index: 0, keys })).toEqual({ filled: 2 })
  expect(await app.ask('contacts.get', { id: contact.id })).toMatchObject({
    ...{ phone: '+86 138-0013-8000', email: 'zs@beifeng.cn', birthday: '1990-05-12', description: null, points: [] },
  })
})

test('a file without cards says so', async () => {
  expect(await app.call('drops.cards', { ...company, file: fileOf('none.vcf', 'nothing') })).toMatchObject({
    error: { messageKey: 'drops.cards.none', params: { name: 'none.vcf' } },
  })
  const many = Array.from({ length: 201 }, (_, index) => `BEGIN:VCARD\nFN:P${index}\nEND:VCARD`).join('\n')
  expect(await app.call('drops.cards', { ...company, file: fileOf('many.vcf', many) })).toMatchObject({
    error: { messageKey: 'drops.cards.too_many', params: { count: 201 } },
  })
})

test('the photo of a card that is dropped twice is kept once, and what is no picture stays out', async () => {
  const card = (photo: string): string =>
    fileOf('anna.vcf', `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Berg\r\nPHOTO;ENCODING=b:${photo}\r\nEND:VCARD\r\n`)
  const drop = async (photo: string) => app.ask('drops.fill', { ...company, file: card(photo), index: 0, keys: [] })
  await drop('iVBORw0KGgo=')
  await drop('iVBORw0KGgo=')
  await drop('AQIDBA==')

  expect((await app.ask('attachments.list', company)).map(({ name }) => name)).toEqual(['Anna Berg.png'])
  expect(await app.ask('attachments.photo', company)).toMatchObject({ name: 'Anna Berg.png', source: 'card' })
})
