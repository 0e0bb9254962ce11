// The log is sent to support by people who trust that it says nothing about their customers.
import { expect, test } from 'vitest'
import { redact } from '#main/shell/redact.ts'

test.each([
  ['a key in a pragma', 'PRAGMA key = "x\'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff\'"', '0011'],
  ['a bare key', 'opened with 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', '0011'],
  ['a recovery key', 'typed 7K2M9-QX4TB-3HN8R-W5DYC-6FJ1P-ZV0EG-A', '7K2M9'],
  ['an e-mail address', 'no contact for li.na+crm@example.com.cn here', 'li.na'],
  ['a Chinese e-mail name', 'no contact for 李娜@例子.中国', '李娜'],
  ['a phone number', 'called +86 139 1111 8013 twice', '139'],
  ['a phone number with brackets', 'called (030) 901820-44', '901820'],
  ['a name in Han characters', 'merge of 王小明 failed', '王小明'],
  ['a quoted name', 'could not move "Anna Schmidt" to the bin', 'Anna'],
  ['a name in an object', "{ id: 1, familyName: 'Schmidt', city: 'Ulm' }", 'Schmidt'],
  ['an unquoted name in an object', 'name: Anna Schmidt, tries 2', 'Schmidt'],
  ['a password', 'password=correct horse battery', 'horse'],
  ['a text value of SQL', "insert into contacts (familyName) values ('Schmidt', 12)", 'Schmidt'],
  ['a number value of SQL', 'select * from deals where amountMinor > 125000', '125000'],
  ['a value with a doubled quote', "update contacts set familyName = 'O''Neill' where id = 3", 'Neill'],
])('%s does not reach the log', (_what, line, secret) => {
  expect(redact(line)).not.toContain(secret)
})

test.each([
  'Error: deals.move failed',
  'bug 0198c0de-1234-7abc-8def-0123456789ab',
  '    at moveDeal (file:///opt/kith/out/main/index.js:1204:17)',
  "Error: Cannot find module './engine-worker.js'",
  'page process gone: crashed, exit code 133',
  'started at 2026-11-21T08:30:00.000Z',
])('what helps to find a fault is kept: %s', (line) => {
  expect(redact(line)).toBe(line)
})

test('the name of the user is taken out of paths', () => {
  expect(redact('cannot open /home/anna/kith/kith.db', '/home/anna')).toBe('cannot open ~/kith/kith.db')
})
