// The office's machine that is always on, as a process of its own: it joins by a file, exchanges, ends in order and comes back.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { readArguments } from '#main/engine/command-line/arguments.ts'
import { differences, withoutNames } from '#main/engine/command-line/hub-news.ts'
import { networkContract, type NetworkStatus } from '#shared/sync/network.contract.ts'
import { pairingSigns } from '#shared/sync/pairing-signs.ts'
import { pairingSignsMessages } from '#shared/sync/pairing-signs.messages.ts'
import { type Outcome, type Running, shellIn } from '../../support/command-line.ts'
import { freePort } from '../../support/free-port.ts'
import { PASSWORD } from './test-engine.ts'

// Each call is a process that loads the program from source, on machines that do other things too.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 })

let base = ''
const shell = shellIn(() => base, PASSWORD)
const at = (name: string): string => join(base, name)
const reply = ({ out }: Outcome): unknown => JSON.parse(out)
const dataOf = (outcome: Outcome): unknown => z.object({ ok: z.literal(true), data: z.unknown() }).parse(reply(outcome)).data
const call = (folder: string, path: string, input: unknown = {}): Promise<Outcome> =>
  shell.kith(['--workspace', at(folder), 'call', path, JSON.stringify(input)])

const startHub = async (folder: string, ...more: readonly string[]): Promise<Running> => {
  const hub = shell.startKith(['--workspace', at(folder), 'hub', '--listen', `127.0.0.1:${await freePort()}`, ...more])
  await hub.untilSaid('The hub is in the office network')
  return hub
}
const stop = async (hub: Running): Promise<Outcome> => {
  hub.child.kill('SIGTERM')
  return hub.ended
}
const invite = async (file: string): Promise<string> => {
  await call('desk', 'network.saveInvitation', { path: at(file) }).then(dataOf)
  return at(file)
}
const companies = async (folder: string): Promise<string[]> => {
  const rows = z
    .array(z.object({ name: z.string() }))
    .parse(dataOf(await call(folder, 'companies.list', { after: null, limit: 50 })))
  return rows.map(({ name }) => name).toSorted()
}
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 200 })

let desk: Running
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'kith-hub-'))
  const made = await call('desk', 'workspace.create', {
    ...{ workspaceName: 'Amselweg', userName: 'Lin', language: 'en', timeZone: 'Europe/Berlin' },
  })
  await call('desk', 'workspace.confirmRecoveryKey', dataOf(made))
  desk = await startHub('desk')
})
afterAll(() => {
  shell.killAll()
  rmSync(base, { recursive: true, force: true })
})

test('joins by a file, exchanges, stops when asked, and has what it missed after the next start', async () => {
  const invitation = await invite('for-the-box.kith-invitation')
  dataOf(await call('desk', 'companies.create', { name: 'Nordlicht GmbH' }))
  const first = await startHub('box', '--invitation', invitation, '--name', 'Box in the cellar')
  const recoveryKey = /The recovery key of this machine is (\S+)/u.exec(first.said().err)?.[1] ?? ''
  expect(recoveryKey.replaceAll('-', '').length).toBeGreaterThan(20)
  const { signs } = networkContract.status.output.parse(dataOf(await call('desk', 'network.status')))
  const numbers = Object.values(signs).flat()
  expect(numbers).toHaveLength(4)
  for (const number of numbers)
    expect(first.said().err).toContain(pairingSignsMessages['zh-CN'][`pairing_signs.${pairingSigns[number] ?? 'anchor'}`])
  await until(async () => expect(await companies('box')).toEqual(['Nordlicht GmbH']))
  dataOf(await call('box', 'companies.create', { name: '北京远航科技' }))
  await until(async () => expect(await companies('desk')).toEqual(['Nordlicht GmbH', '北京远航科技'].toSorted()))
  expect(dataOf(await call('box', 'attachments.keeping'))).toEqual({ areAllKept: true })
  expect(await stop(first)).toMatchObject({ code: 0, out: '' })

  dataOf(await call('desk', 'companies.create', { name: 'Made meanwhile' }))
  const second = await startHub('box')
  expect(second.said().err).not.toContain('recovery key')
  await until(async () => expect(await companies('box')).toContain('Made meanwhile'))
  second.child.kill('SIGINT')
  expect(await second.ended).toMatchObject({ code: 0 })

  const log = readFileSync(at('box.log'), 'utf8')
  for (const line of ['hub 0.', 'joined', 'open', 'machine A connected', 'stopped']) expect(log).toContain(line)
  expect(log).toMatch(/^\[\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/u)
  for (const secret of ['Lin', 'cellar', 'Nordlicht', recoveryKey, PASSWORD]) expect(log).not.toContain(secret)
})

/** A folder in which `npm run kith` is the program's own script, and what it starts runs from source. */
const asInstalled = (): string => {
  const root = fileURLToPath(new URL('../../..', import.meta.url))
  const { scripts } = z
    .object({ scripts: z.object({ kith: z.string() }) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  mkdirSync(at('installed/out/main'), { recursive: true })
  cpSync(join(root, 'bin'), at('installed/bin'), { recursive: true })
  writeFileSync(at('installed/package.json'), JSON.stringify({ name: 'kith', type: 'module', scripts }))
  const source = pathToFileURL(join(root, 'src/main/cli.ts')).href
  writeFileSync(at('installed/out/main/cli.js'), `await import(${JSON.stringify(source)})`)
  return at('installed')
}

// Windows has no signals, and no shell that bin/kith is written for.
test.skipIf(process.platform === 'win32')('stops in order when npm that started it is asked to stop', async () => {
  const made = await call('by-npm', 'workspace.create', {
    ...{ workspaceName: 'Amselweg', userName: 'Lin', language: 'en', timeZone: 'Europe/Berlin' },
  })
  await call('by-npm', 'workspace.confirmRecoveryKey', dataOf(made))
  const words = ['--workspace', at('by-npm'), 'hub', '--listen', `127.0.0.1:${await freePort()}`]
  const path = [dirname(process.execPath), process.env['PATH']].join(delimiter)
  const hub = shell.start('npm', ['run', '-s', '--prefix', asInstalled(), 'kith', '--', ...words], '', {
    ...{ KITH_PASSWORD: PASSWORD, PATH: path },
  })
  await hub.untilSaid('The hub is in the office network')
  // Its output is closed when no process is left that holds it.
  expect(await stop(hub)).toMatchObject({ code: 0, out: '' })
  expect(readFileSync(at('by-npm.log'), 'utf8')).toContain('stopped')
})

describe('says why it cannot begin', () => {
  /** The key of the refusal, which must be said in words, too. */
  const refusalOf = async (folder: string, ...more: readonly string[]): Promise<string> => {
    const outcome = await shell.kith(['--workspace', at(folder), 'hub', ...more])
    const refusal = z.object({ ok: z.literal(false), error: z.object({ messageKey: z.string(), message: z.string().min(1) }) })
    expect(outcome.code).toBe(1)
    return refusal.parse(reply(outcome)).error.messageKey
  }
  test('where no workspace is, and makes no folder there', async () => {
    expect(await refusalOf('mistyped/office')).toBe('workspace.folderMissing')
    expect(existsSync(at('mistyped'))).toBe(false)
  })
  test('where one is already and an invitation is given', async () => {
    const invitation = await invite('once-more.kith-invitation')
    expect(await refusalOf('desk', '--invitation', invitation)).toBe('workspace.exists')
  })
  test('where the folder is not empty, and the invitation still counts', async () => {
    const invitation = await invite('still-good.kith-invitation')
    const openFiles = async () => networkContract.status.output.parse(dataOf(await call('desk', 'network.status'))).files
    const before = await openFiles()
    mkdirSync(at('full'))
    writeFileSync(join(at('full'), 'letter.txt'), '')
    expect(await refusalOf('full', '--invitation', invitation)).toBe('workspace.folderNotEmpty')
    expect(before.length).toBeGreaterThan(0)
    expect(await openFiles()).toEqual(before)
  })
  test('while another engine holds the workspace', async () => expect(await refusalOf('desk')).toBe('workspace.inUse'))
  test('where the file is no invitation', async () =>
    expect(await refusalOf('new', '--invitation', at('desk/keys.json'))).toBe('sync.pairing.invitation_file'))
  test('where a person is named who does not work there', async () => {
    const invitation = await invite('wrong.kith-invitation')
    const outcome = await shell.kith(['--workspace', at('new'), 'hub', '--invitation', invitation, '--user', 'Nobody'])
    expect(reply(outcome)).toMatchObject({
      error: {
        ...{ messageKey: 'network.hub.whose', params: { names: ['Lin'] } },
        message: expect.stringMatching(/work there: Lin\. .* save a new one/u),
      },
    })
  })
  test('where the password is too short, and the invitation still counts', async () => {
    const invitation = await invite('short.kith-invitation')
    const words = ['--workspace', at('new'), 'hub', '--invitation', invitation]
    const outcome = await shell.kith(words, '', { KITH_PASSWORD: 'short' })
    expect(reply(outcome)).toMatchObject({ error: { message: expect.stringContaining('at least 8 characters') } })
    // It gets as far as the people who work there.
    expect(await refusalOf('new', '--invitation', invitation, '--user', 'Nobody')).toBe('network.hub.whose')
  })
  test('where another program has the port that was named, and the invitation still counts', async () => {
    const invitation = await invite('port.kith-invitation')
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const place = other.address()
        resolve(typeof place === 'object' && place ? place.port : 0)
      })
    })
    onTestFinished(() => void other.close())
    const listen = ['--listen', `127.0.0.1:${port}`]
    expect(await refusalOf('new', '--invitation', invitation, ...listen)).toBe('sync.listen.port_taken')
    expect(await refusalOf('new', '--invitation', invitation, '--listen', '192.0.2.1')).toBe('sync.listen.no_address')
    expect(await stop(await startHub('new', '--invitation', invitation))).toMatchObject({ code: 0 })
    expect(await refusalOf('new', ...listen)).toBe('sync.listen.port_taken')
  })
  test('where nothing can be noted beside the workspace, with the folder', async () => {
    writeFileSync(at('in-the-way'), '')
    const variables = { KITH_PASSWORD: PASSWORD, XDG_STATE_HOME: at('in-the-way') }
    const outcome = await shell.kith(['--workspace', at('desk'), 'hub'], '', variables)
    expect(outcome.code).toBe(1)
    expect(reply(outcome)).toMatchObject({
      error: { messageKey: 'network.trouble.notes', message: expect.stringContaining(at('in-the-way/kith')) },
    })
  })

  test('with the wrong password, and after the network was switched off it is on again', async () => {
    expect(await stop(desk)).toMatchObject({ code: 0 })
    const wrong = await shell.kith(['-w', at('desk'), 'hub'], '', { KITH_PASSWORD: 'not this one' })
    expect({ code: wrong.code, reply: reply(wrong) }).toMatchObject({
      ...{ code: 1, reply: { error: { messageKey: 'workspace.passwordWrong' } } },
    })
    dataOf(await call('desk', 'network.switch', { isOn: false }))
    await stop(await startHub('desk'))
    expect(readFileSync(at('desk.log'), 'utf8')).toContain('network quiet on port')
  })
})

test.each([
  [['hub'], 'Say which folder'],
  [['-w', '/x', 'hub', 'now'], '“hub” takes nothing more.'],
  [['-w', '/x', 'hub', '--name', 'Box'], '--invitation'],
  [['-w', '/x', 'hub', '--listen', '1.2.3'], '1.2.3 is no address'],
  [['-w', '/x', 'hub', '--log', 'hub.txt'], 'ends in .log'],
  [['-w', '/x', 'hub', '--log', 'desk/'], 'ends in .log'],
  [['-w', '/x', 'serve', '--log', 'x'], '--log belongs to “hub”.'],
])('%j is refused as a wrong use', (words, reason) => {
  expect(readArguments(words, undefined)).toEqual({ kind: 'wrong', reason: expect.stringContaining(reason) })
})

describe('the log of a hub', () => {
  const device: NetworkStatus['devices'][number] = {
    ...{ id: 'b'.repeat(64), name: "Anna's PC", letter: 'B', isThis: false, isConnected: false, lastSeenAt: null, app: null },
    ...{
      lastUserName: null,
      isNewer: false,
      address: '192.168.1.5',
      toSend: null,
      toTake: null,
      clockAheadMs: null,
      trouble: null,
      untilAt: null,
      unreached: null,
    },
  }
  const status = (changes: Partial<NetworkStatus> = {}, of: Partial<typeof device> = {}): NetworkStatus => ({
    ...{ state: 'quiet', sentence: { messageKey: '', params: {} }, isOn: true, name: 'Box', port: 47_311, addresses: [] },
    ...{
      taking: null,
      invitation: null,
      files: [],
      joining: [],
      signs: {},
      removed: [],
      devices: [{ ...device, ...of }],
      ...changes,
    },
  })
  const texts = (before: NetworkStatus | null, now: NetworkStatus) => differences(before, now).map(({ text }) => text)

  test('tells of machines by their letter, and says nothing twice', () => {
    expect(texts(null, status())).toEqual(['network quiet on port 47311, 0 of 1 machines connected'])
    expect(texts(status(), status({}, { isConnected: true, app: '1.2.3' }))).toEqual([
      'machine B connected',
      'machine B runs version 1.2.3',
    ])
    expect(texts(status({}, { isConnected: true }), status({}, { isConnected: true }))).toEqual([])
    expect(texts(status(), status({ devices: [] }))).toEqual(['machine B was removed'])
    const troubled = { ...status({ state: 'trouble' }), devices: [{ ...device, trouble: 'network.end.fork' }] }
    expect(differences(status(), troubled).map(({ level }) => level)).toEqual(['warn', 'warn'])
  })

  test('says in words what the trouble is, names nobody, and notices when it becomes another', () => {
    const troubled = (end: string): NetworkStatus =>
      status(
        { state: 'trouble', sentence: { messageKey: `network.trouble.${end}`, params: { name: device.name } } },
        { trouble: `network.end.${end}` },
      )
    const fork = texts(status(), troubled('fork'))
    expect(fork).toEqual([
      'network trouble on port 47311, 0 of 1 machines connected: machine B or this computer was restored from a copy. Remove machine B and add it anew.',
      'machine B cannot be talked to: One of the two was restored from a copy. Remove it and add it anew.',
    ])
    expect(texts(troubled('fork'), troubled('fork'))).toEqual([])
    expect(texts(troubled('fork'), troubled('removed'))).toEqual([
      expect.stringContaining('machine B has removed this computer from the office.'),
      expect.stringContaining('It has removed this computer from the office.'),
    ])
    const untilAt = '2026-03-02T17:00:00.000Z'
    expect(texts(status(), status({}, { trouble: 'network.end.left_alone', untilAt }))).toEqual([
      expect.stringContaining(`This computer does not talk to it until ${untilAt}.`),
    ])
    const clock = (count: number) =>
      status({ state: 'trouble', sentence: { messageKey: 'network.clock.thisAhead', params: { count, unit: 'minutes' } } })
    expect(texts(clock(5), clock(6))).toEqual([])
    const sentence = { messageKey: 'network.hub.whose', params: { names: ['Lin', '陈晨'] } }
    expect(withoutNames(sentence)).toContain('These people work there: ….')
    const path = '/home/lin/Invitation Amselweg.kith-invitation'
    expect(withoutNames({ messageKey: 'sync.pairing.invitation_missing', params: { path } })).toContain('There is no file ….')
  })
})
