// Mails read from files: what Chinese, broken, huge and old ones hold.
import { expect, test } from 'vitest'
import { htmlToText } from '#main/records/mail/html-text.ts'
import { readEml } from '#main/records/mail/read-eml.ts'
import { readMsg } from '#main/records/mail/read-msg.ts'
import { decompressRtf } from '#main/records/mail/rtf-decompress.ts'
import { rtfToText } from '#main/records/mail/rtf-text.ts'
import { makeMsg } from '../../support/made-msg.ts'

const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const eml = (...lines: string[]): Uint8Array => latin(lines.join('\r\n'))
/** “我的报价单” as Windows writes it. */
const GBK = Buffer.from('ced2b5c4b1a8bcdbb5a5', 'hex')

test('a mail with a Chinese head of 1999 is read', async () => {
  const mail = await readEml(
    eml(
      'From: =?GB2312?B?1cXI/Q==?= <ZS@Example.cn>',
      'To: "Berg, Anna" <anna@nordwind.de>, Team: li@x.cn, wang@x.cn;',
      'Subject: =?gb2312?B?ztK1xA==?=',
      ' =?gb2312?Q?=B1=A8=BC=DB=B5=A5?=',
      'Date: Mon, 2 Mar 2026 10:00:00 +0800',
      'Message-ID: <abc@example.cn>',
      'Content-Type: text/plain; charset=gb2312',
      'Content-Transfer-Encoding: base64',
      '',
      GBK.toString('base64'),
    ),
  )
  expect(mail).toMatchObject({
    subject: '我的报价单',
    from: [{ name: '张三', address: 'zs@example.cn' }],
    to: [{ name: 'Berg, Anna', address: 'anna@nordwind.de' }, { address: 'li@x.cn' }, { address: 'wang@x.cn' }],
    sentAt: '2026-03-02T02:00:00.000Z',
    text: '我的报价单',
    messageId: 'abc@example.cn',
    notices: [],
  })
})

test('a head with bare Chinese bytes is read, too', async () => {
  const mail = await readEml(Buffer.concat([latin('From: a@b.cn\r\nSubject: '), GBK, latin('\r\n\r\nbody')]))
  expect(mail?.subject).toBe('我的报价单')
})

test('an HTML mail is kept as its words', async () => {
  const mail = await readEml(
    eml(
      'From: a@b.c',
      'Date: Mon, 2 Mar 2026 10:00:00 +0800',
      'Content-Type: text/html',
      '',
      '<p>Hi Anna,</p><p>see <b>offer</b>.<style>p{}</style>',
    ),
  )
  expect(mail?.text).toBe('Hi Anna,\n\nsee offer.')
})

test('attachments keep their names, also those that are written in other ways, and a mail in a mail is readable', async () => {
  const mail = await readEml(
    eml(
      'From: a@b.c',
      'Date: Mon, 2 Mar 2026 10:00:00 +0800',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'see attached',
      '--x',
      'Content-Type: application/pdf',
      "Content-Disposition: attachment; filename*=utf-8''%E6%8A%A5%E4%BB%B7.pdf",
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--x',
      'Content-Type: image/png',
      '',
      'no name',
      '--x--',
    ),
  )
  expect(mail?.parts.map(({ name, bytes }) => [name, bytes.length])).toEqual([
    ['报价.pdf', 5],
    ['2.png', 8],
  ])
  expect(mail?.text).toBe('see attached')
})

test('a mail that breaks off in the middle is read as far as it goes', async () => {
  const mail = await readEml(
    eml(
      'Subject: cut',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain',
      '',
      'first words',
      '--x',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBER',
    ),
  )
  expect(mail).toMatchObject({ subject: 'cut', text: 'first words', notices: ['broken'], parts: [{ name: 'a.pdf' }] })
})

test('Outlook’s own package is kept and named', async () => {
  const mail = await readEml(
    eml(
      'From: a@b.c',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: application/ms-tnef; name="winmail.dat"',
      '',
      'xx',
      '--x--',
    ),
  )
  expect(mail?.notices).toEqual(['winmail'])
})

test.each([
  ['nothing', ''],
  ['words', 'just some words'],
  ['a picture', '\u0089PNG\r\n\u001a\n'],
])('a file that holds %s is no mail', async (_what, text) => {
  expect(await readEml(latin(text))).toBeNull()
  expect(readMsg(latin(text))).toBeNull()
})

test('a mail of 40 MB is read in seconds', async () => {
  const line = `${'A'.repeat(76)}\r\n`
  const mail = await readEml(
    Buffer.concat([
      eml(
        'From: a@b.c',
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: application/zip; name=big.zip',
        'Content-Transfer-Encoding: base64',
        '',
        '',
      ),
      latin(line.repeat(Math.ceil((40 * 1024 * 1024) / line.length))),
      latin('--x--'),
    ]),
  )
  expect(mail?.parts[0]?.bytes.length).toBeGreaterThan(29 * 1024 * 1024)
}, 30_000)

test('words hidden in HTML are not taken for the text, and entities are read', () => {
  expect(
    htmlToText('<title>x</title><ul><li>a &amp; b<li>1 &lt; 2 &#x4f60;</ul><table><tr><td>k</td><td>v</td></tr></table>'),
  ).toBe('• a & b\n• 1 < 2 你\n\nk\tv')
  expect(htmlToText('<script>alert(1)')).toBe('')
  expect(htmlToText('a < b <!-- no --> c')).toBe('a < b c')
})

test('a million open brackets are read in no time', () => {
  expect(htmlToText('<'.repeat(1_000_000)).length).toBe(1_000_000)
  expect(htmlToText('<style>'.repeat(20_000))).toBe('')
})

test('an Outlook mail is read with sender, people, time, text and attachments', () => {
  const mail = readMsg(
    makeMsg({
      texts: {
        '001A': 'IPM.Note',
        '0037': '报价单 3月',
        '0C1A': '张三',
        '0C1F': '/O=EXCHANGE/OU=X/CN=ZS',
        '5D01': 'ZhangSan@Example.cn',
        '1000': 'Dear Anna,\r\n\r\n\r\n\r\nsee attached.',
        '1035': '<m1@example.cn>',
      },
      times: { '0039': '2026-03-02T02:00:00.000Z' },
      recipients: [
        { name: 'Anna', address: 'anna@nordwind.de', kind: 1 },
        { name: 'Bo', address: 'bo@nordwind.de', kind: 2 },
      ],
      attachments: [{ name: '报价.pdf', bytes: latin('%PDF-1.4') }],
    }),
  )
  expect(mail).toMatchObject({
    subject: '报价单 3月',
    from: [{ name: '张三', address: 'zhangsan@example.cn' }],
    to: [{ address: 'anna@nordwind.de' }],
    cc: [{ address: 'bo@nordwind.de' }],
    sentAt: '2026-03-02T02:00:00.000Z',
    text: 'Dear Anna,\n\nsee attached.',
    messageId: 'm1@example.cn',
    parts: [{ name: '报价.pdf' }],
  })
  expect(Buffer.from(mail?.parts[0]?.bytes ?? []).toString('latin1')).toBe('%PDF-1.4')
})

test('an Outlook mail of the code page era is read in its own letters', () => {
  const mail = readMsg(makeMsg({ texts: { '001A': 'IPM.Note' }, ansi: { '0037': GBK }, numbers: { '3FFD': 936 } }))
  expect(mail?.subject).toBe('我的报价单')
})

test('a body that is RTF alone is unpacked and read', () => {
  // The example of [MS-OXRTFCP] 3.2.
  const packed = Buffer.from(
    '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
    'hex',
  )
  expect(Buffer.from(decompressRtf(packed) ?? []).toString()).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n')

  const rtf =
    "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\*\\htmltag <p>}Hello \\'c4\\'e3\\'ba\\'c3\\par \\u26412?\\{x\\}}"
  const plain = Buffer.concat([Buffer.alloc(4), uint32(rtf.length), uint32(0x414c454d), uint32(0), latin(rtf)])
  const mail = readMsg(makeMsg({ texts: { '001A': 'IPM.Note', '0037': 'rtf' }, bytes: { '1009': plain } }))
  expect(mail?.text).toBe('Hello 你好\n本{x}')
})

test('an RTF text in the letters of its fonts is read, and what is no text is left out', () => {
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset134 SimSun;}}{\colortbl;\red0;}{\pict 0102}\f0 Caf\'e9 {\f1\'c4\'e3}\tab x\line\bin3 abcend}`
  expect(rtfToText(latin(rtf))).toBe('Café 你\tx\nend')
})

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
