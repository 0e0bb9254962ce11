// Cards of address books: made ones for each version and oddity, and real ones where they are at hand.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCards } from '#main/records/cards/read-cards.ts'

const vcf = (...lines: string[]): Uint8Array => Buffer.from(lines.join('\r\n'))

test('a card of version 2.1 with quoted-printable GBK is read', () => {
  const [card] = readCards(
    vcf(
      'BEGIN:VCARD',
      'VERSION:2.1',
      'N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=D5=C5;=C8=FD;;;',
      'ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=8C=97=E9=A3=8E=',
      '=E5=85=AC=E5=8F=B8;=E9=94=80=E5=94=AE',
      'TEL;CELL;PREF:138 0013 8000',
      'TEL;WORK;FAX:0571-88888888',
      'X-QQ:10001',
      'END:VCARD',
    ),
  )
  expect(card).toMatchObject({
    name: '张三',
    company: '北风公司',
    isCompany: false,
    points: [
      { kind: 'phone', type: 'mobile', value: '138 0013 8000' },
      { kind: 'phone', type: 'fax', value: '0571-88888888' },
      { kind: 'messenger', type: 'qq', value: '10001' },
    ],
  })
})

test('a card of version 4.0 with groups, quotes, escapes and a birthday without a year is read', () => {
  const [card] = readCards(
    vcf(
      'BEGIN:VCARD',
      'VERSION:4.0',
      'FN:Simon Müller\\, ing.',
      'N:Müller;Simon;;;',
      'BDAY:--0229',
      'item1.TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102',
      'EMAIL;TYPE=work:s@viagenie.ca',
      'EMAIL;TYPE=work:S@viagenie.ca',
      'ADR;TYPE=work:;Suite D2-630;2875 Laurier;',
      ' Quebec;QC;G1V 2M2;Canada',
      'NOTE:two\\nlines\\; and \\"signs\\"',
      'ORG:Viagénie\\; Inc.;Standards;Mail',
      'CATEGORIES:Fair,Ottawa',
      'UID:urn:uuid:4fbe8971',
      'END:VCARD',
    ),
  )
  expect(card).toMatchObject({
    name: 'Simon Müller, ing.',
    birthday: '--02-29',
    note: 'two\nlines; and "signs"',
    familyName: 'Müller',
    company: 'Viagénie; Inc.',
    department: 'Standards / Mail',
    categories: ['Fair', 'Ottawa'],
    uid: 'urn:uuid:4fbe8971',
    points: [
      { kind: 'phone', type: 'work', value: '+1-418-656-9254 ext. 102', isPreferred: true },
      { kind: 'email', type: 'work', value: 's@viagenie.ca' },
      {
        kind: 'address',
        type: 'office',
        value: 'Suite D2-630, 2875 Laurier, QC',
        city: 'Quebec',
        postcode: 'G1V 2M2',
        country: 'Canada',
      },
    ],
  })
})

test('a photo inside the card is kept, one on the web is not fetched', () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const with3 = vcf('BEGIN:VCARD', 'VERSION:3.0', 'FN:A', `PHOTO;ENCODING=b;TYPE=PNG:${png.toString('base64')}`, 'END:VCARD')
  const with4 = vcf('BEGIN:VCARD', 'VERSION:4.0', 'FN:A', `PHOTO:data:image/png;base64,${png.toString('base64')}`, 'END:VCARD')
  for (const [card] of [readCards(with3), readCards(with4)]) {
    expect(card?.photo?.name).toBe('A.png')
    expect(Buffer.from(card?.photo?.bytes ?? []).equals(png)).toBe(true)
  }
  expect(readCards(vcf('BEGIN:VCARD', 'FN:A', 'PHOTO;VALUE=uri:https://x/y.png', 'END:VCARD'))[0]?.photo).toBeNull()
})

test('whole files in GBK and UTF-16 are read, as old telephones wrote them', () => {
  const gbk = Buffer.concat([Buffer.from('BEGIN:VCARD\nFN:'), Buffer.from('d5c5c8fd', 'hex'), Buffer.from('\nEND:VCARD')])
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('BEGIN:VCARD\nFN:张三\nEND:VCARD', 'utf16le')])
  expect([readCards(gbk)[0]?.name, readCards(wide)[0]?.name]).toEqual(['张三', '张三'])
})

test('several cards, a card in a card, and one that breaks off', () => {
  const cards = readCards(
    vcf(
      ...['BEGIN:VCARD', 'FN:One', 'AGENT:', 'BEGIN:VCARD', 'FN:Inner', 'END:VCARD', 'TITLE:Boss', 'END:VCARD'],
      ...['begin:vcard', 'fn:Two', 'end:vcard', 'rubbish', 'BEGIN:VCARD', 'EMAIL:three@x.cn'],
    ),
  )
  expect(cards.map(({ name, jobTitle }) => [name, jobTitle])).toEqual([
    ['One', 'Boss'],
    ['Two', null],
    ['three@x.cn', null],
  ])
})

test('what is no card gives none', () => {
  expect(readCards(vcf(''))).toEqual([])
  expect(readCards(vcf('just words'))).toEqual([])
  expect(readCards(vcf('BEGIN:VCARD', 'VERSION:3.0', 'END:VCARD'))).toEqual([])
})

const real = process.env['KITH_REAL_DATA']
describe.runIf(real)('real address books', () => {
  const read = (name: string) => readCards(readFileSync(join(real ?? '', 'vcards', name)))

  test('every card of every program has a name', () => {
    const names = readdirSync(join(real ?? '', 'vcards'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.vcf'),
    )
    expect(names.length).toBeGreaterThan(8)
    for (const name of names) expect([name, read(name).every((card) => card.name !== '')]).toEqual([name, true])
  })

  test('Android, Gmail and the standard’s own examples have as many cards as they say', () => {
    expect([read('ez-vcard/John_Doe_ANDROID.vcf').length, read('ez-vcard/gmail-list.vcf').length]).toEqual([6, 3])
    expect(read('ez-vcard/rfc2426-example.vcf')).toHaveLength(2)
    expect(read('ez-vcard/John_Doe_ANDROID.vcf')[3]?.name).toMatch(/^Ñ( Ñ)+$/u)
  })

  test('the iPhone’s card is read with its types, its birthday and its photo', () => {
    const [card] = read('ez-vcard/John_Doe_IPHONE.vcf')
    expect(card).toMatchObject({
      name: 'Mr. John Richter James Doe Sr.',
      company: 'IBM',
      jobTitle: 'Money Counter',
      birthday: '2012-06-06',
    })
    expect(card?.points.filter(({ kind }) => kind === 'phone').map(({ type }) => type)).toEqual(
      expect.arrayContaining(['mobile', 'home', 'work', 'fax', 'other']),
    )
    expect(card?.points.find(({ kind }) => kind === 'website')?.value).toBe('http://www.ibm.com')
    expect(card?.photo?.bytes.length).toBeGreaterThan(10_000)
  })

  test('Outlook’s and the Mac’s cards are read', () => {
    const [outlook] = read('ez-vcard/John_Doe_MS_OUTLOOK.vcf')
    expect(outlook).toMatchObject({ company: 'IBM', birthday: '1980-03-22' })
    expect(outlook?.photo?.bytes.length).toBeGreaterThan(500)
    const [mac] = read('roundcube/apple.vcf')
    expect(mac).toMatchObject({ name: 'Apple Computer AG', isCompany: true })
    expect(mac?.points.find(({ kind }) => kind === 'address')?.city).toBe('Wallisellen-Zürich')
  })
})
