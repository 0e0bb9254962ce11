// Addresses as people type them, and the table of those that worked.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatAddress, parseAddress } from '#main/net/addresses.ts'
import {
  forgetDevice,
  inOrderOfHope,
  noteFailure,
  noteSuccess,
  remember,
  rememberedAddresses,
  worthTelling,
  type RememberedAddresses,
} from '#main/net/remembered-addresses.ts'
import { AppError } from '#shared/base/app-error.ts'
import { messages } from '#shared/messages.ts'

test.each([
  ['pc-3', 'pc-3', 47_311],
  ['büro ˘a', 'bürŏa', 47_311],
  ['PC_3.office.example:5000', 'PC_3.office.example', 5000],
  ['pc-3.local.', 'pc-3.local.', 47_311],
  ['张三的电脑', '张三的电脑', 47_311],
  ['张三的电脑：５０００', '张三的电脑', 5000],
  ['192.168.1.20', '192.168.1.20', 47_311],
  ['192.168.1.20:5000', '192.168.1.20', 5000],
  ['  192.168.1.20 : 5000 ', '192.168.1.20', 5000],
  ['192。168。1。20：5000', '192.168.1.20', 5000],
  ['１９２．１６８．１．２０：４７３１１', '192.168.1.20', 47_311],
  ['http://192.168.1.20:5000/', '192.168.1.20', 5000],
  ['\\\\PC-3', 'PC-3', 47_311],
  ['\u200B192.168.1.20\uFEFF', '192.168.1.20', 47_311],
  ['fd00::2', 'fd00::2', 47_311],
  ['[fd00::2]', 'fd00::2', 47_311],
  ['[fd00::2]:5000', 'fd00::2', 5000],
  ['【fd00::2】：5000', 'fd00::2', 5000],
  ['fe80::1%eth0', 'fe80::1%eth0', 47_311],
  ['[fe80::1%12]:5000', 'fe80::1%12', 5000],
  ['fe80：：1％以太网', 'fe80::1%以太网', 47_311],
  ['[pc-3]:5000', 'pc-3', 5000],
  ['localhost:5000', 'localhost', 5000],
])('“%s” leads to %s, port %i', (typed, host, port) => {
  expect(parseAddress(typed)).toEqual({ host, port })
})

const keyOf = (typed: string): string => {
  try {
    return JSON.stringify(parseAddress(typed))
  } catch (error) {
    return error instanceof AppError ? error.messageKey : String(error)
  }
}

test.each([
  ['', 'empty'],
  [' \u3000 ', 'empty'],
  ['pc-3:', 'bad_port'],
  ['pc-3:0', 'bad_port'],
  ['pc-3:65536', 'bad_port'],
  ['pc-3:4e3', 'bad_port'],
  ['[fd00::2]:x', 'bad_port'],
  ['192.168.1', 'bad_ipv4'],
  ['192.168.1.300', 'bad_ipv4'],
  ['192.168.1.20.', 'bad_ipv4'],
  ['0.0.0.0', 'no_machine'],
  ['255.255.255.255', 'no_machine'],
  ['239.255.75.84', 'no_machine'],
  ['::', 'no_machine'],
  ['ff02::1%eth0', 'no_machine'],
  ['fe80::1', 'scope_missing'],
  ['[fe80::1]:5000', 'scope_missing'],
  ['fd00::2::3', 'bad_ipv6'],
  ['[fd00::2', 'bad_ipv6'],
  ['fe80::1%', 'bad_ipv6'],
  ['fe80::1%a%b', 'bad_ipv6'],
  ['fe80::1%a\0b', 'bad_ipv6'],
  // One letter that is typed becomes fifteen.
  [`fe80::1%${'ﷺ'.repeat(20)}`, 'bad_ipv6'],
  ['a\0b', 'bad_name'],
  ['-pc', 'bad_name'],
  ['a..b', 'bad_name'],
  ['pc/3', 'bad_name'],
  ['x'.repeat(64), 'bad_name'],
  ['我的,电脑', 'bad_name'],
])('“%s” is refused with its own sentence', (typed, key) => {
  expect(keyOf(typed)).toBe(`sync.address.${key}`)
  expect(messages['zh-CN'].has(keyOf(typed))).toBe(true)
})

test('whatever is typed is understood or refused with a sentence, and what is understood is read again as itself', () => {
  let understood = 0
  const parts = fc.constantFrom(
    '192.168.1.20',
    'pc',
    ':',
    '：',
    '[',
    ']',
    '%',
    'eth0',
    'fe80::1',
    '.',
    '。',
    '47311',
    '/',
    ' ',
    'ff',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(parts, { maxLength: 6 }).map((all) => all.join('')),
      ),
      (typed) => {
        const outcome = keyOf(typed)
        if (outcome.startsWith('sync.address.')) return messages.en.has(outcome)
        understood += 1
        return JSON.stringify(parseAddress(formatAddress(parseAddress(typed)))) === outcome
      },
    ),
    { numRuns: 10_000 },
  )
  expect(understood).toBeGreaterThan(200)
})

const at = (deviceId: string, host: string, source: 'typed' | 'heard' = 'heard') => ({ deviceId, host, port: 47_311, source })
const hosts = (all: RememberedAddresses): string[] => all.map(({ host }) => host)

test('what worked last is tried first, then what was typed, then what failed least', () => {
  let all: RememberedAddresses = []
  for (const host of ['old', 'new', 'failing', 'never']) all = remember(all, at('a', host), 1)
  all = remember(all, at('a', 'typed', 'typed'), 1)
  all = noteSuccess(all, at('a', 'old'), 10)
  all = noteSuccess(all, at('a', 'new'), 20)
  all = noteSuccess(all, at('a', 'failing'), 30)
  all = noteFailure(all, at('a', 'failing'))
  expect(hosts(inOrderOfHope(all, 'a'))).toEqual(['new', 'old', 'typed', 'failing', 'never'])
  all = noteSuccess(all, at('a', 'failing'), 40)
  expect(hosts(inOrderOfHope(all, 'a'))[0]).toBe('failing')
})

test('an address heard again keeps its success, and one typed by the user stays typed', () => {
  let all = noteSuccess([], at('a', 'pc', 'typed'), 10)
  all = remember(all, at('a', 'pc'), 20)
  expect(all).toEqual([{ deviceId: 'a', host: 'pc', port: 47_311, source: 'typed', knownAt: 10, succeededAt: 10, failures: 0 }])
  expect(remember(remember([], at('a', 'pc'), 1), at('a', 'pc', 'typed'), 2)[0]?.source).toBe('typed')
})

test('the table stays small however many addresses are heard, and what works stays in it', () => {
  let all: RememberedAddresses = noteSuccess([], at('a', 'works'), 1)
  for (let index = 0; index < 50; index += 1) all = remember(all, at('a', `heard-${index}`), 2 + index)
  expect(all).toHaveLength(8)
  expect(hosts(all)).toContain('works')
  all = noteSuccess(all, at('a', 'new-and-good'), 100)
  expect(hosts(inOrderOfHope(all, 'a')).slice(0, 2)).toEqual(['new-and-good', 'works'])
  for (let index = 0; index < 300; index += 1) all = remember(all, at(`device-${index}`, 'pc'), 200 + index)
  expect(all.length).toBeLessThanOrEqual(128 * 8)
  expect(rememberedAddresses.safeParse(all).success).toBe(true)
})

test('what is kept of an address that is none does no harm: it is left out', () => {
  const all = ['pc', 'a\0b', '192.168.1.2', '0.0.0.0', 'fe80::2%eth0'].reduce<RememberedAddresses>(
    (known, host) => remember(known, at('a', host), 1),
    [],
  )
  expect(hosts(rememberedAddresses.parse(all))).toEqual(['pc', '192.168.1.2', 'fe80::2%eth0'])
})

test('others are told only of addresses that worked and mean something to them', () => {
  let all: RememberedAddresses = []
  for (const host of ['192.168.1.2', 'fe80::2%eth0', '127.0.0.1', '::1']) all = noteSuccess(all, at('a', host), 1)
  all = remember(all, at('a', '192.168.1.3'), 1)
  expect(hosts(worthTelling(all))).toEqual(['192.168.1.2'])
  // It called from there, and said itself where it listens.
  all = remember(all, { ...at('a', '192.168.1.4'), source: 'dialled' }, 1)
  expect(hosts(worthTelling(all))).toEqual(['192.168.1.2', '192.168.1.4'])
  expect(hosts(worthTelling(all, true))).toEqual(['192.168.1.2', '127.0.0.1', '::1', '192.168.1.4'])
})

test('a removed machine leaves no address', () => {
  const all = remember(remember([], at('a', 'one'), 1), at('b', 'two'), 1)
  expect(hosts(forgetDevice(all, 'a'))).toEqual(['two'])
})
