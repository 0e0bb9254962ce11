// What a stranger on the cable, a removed machine and a member gone wild get: nothing that can be read, nobody let in, nothing forged taken.
import { createHmac } from 'node:crypto'
import { connect, createServer, type Socket } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import type { Link } from '#main/net/link.ts'
import type { WantedContent } from '#main/attachments/arriving-content.ts'
import { decodeSets, encodeSets, layOut } from '#main/db/replicate/wire.ts'
import { signEntry } from '#main/sync/membership.ts'
import { signIntroduction } from '#main/sync/introduction.ts'
import { messageTypes } from '#main/sync/messages.ts'
import { createPresence } from '#main/sync/presence-topic.ts'
import { vouchedReplica } from '#main/sync/vouched-replica.ts'
import { fileMachine } from '../../support/file-machines.ts'
import { askable } from '../../support/linked-machines.ts'
import {
  allHold,
  atTheEnd,
  bringIn,
  closeOffices,
  companyNames,
  eventually,
  insertCompany,
  joinByCode,
  type OfficeMachine,
  officeMachine,
} from '../../support/office-machines.ts'
import { cutOff, newMachine } from '../../support/replicas.ts'

afterEach(closeOffices)
const HOST = '127.0.0.1'
const CHARTER = 52

/** Stands between two machines and writes down all that passes. */
const eavesdropper = async (port: number): Promise<{ readonly port: number; readonly heard: Buffer[] }> => {
  const heard: Buffer[] = []
  const sockets = new Set<Socket>()
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from)
    from.on('data', (chunk: Buffer) => {
      heard.push(chunk)
      to.write(chunk)
    })
    from.on('error', () => to.destroy())
    from.on('close', () => to.end())
  }
  const server = createServer((near) => {
    const far = connect({ host: HOST, port })
    pass(near, far)
    pass(far, near)
  })
  await new Promise<void>((resolve) => server.listen(0, HOST, resolve))
  atTheEnd(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const at = server.address()
  return { port: typeof at === 'object' && at ? at.port : 0, heard }
}

const writings = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(text, 'utf16le').swap16(),
  Buffer.from(Buffer.from(text).toString('base64').slice(0, -4)),
]

/** A machine that also has files, and people who open records. */
const deskMachine = async (index: number) => {
  const files = await fileMachine()
  const presence = createPresence({ nowMs: () => Date.now(), onChange: () => undefined })
  atTheEnd(presence.close)
  return { ...(await officeMachine(index, [files.traffic.topic, ...presence.topics])), files, presence }
}

test('a capture of pairing, records, a file and who is where holds nothing that can be read', { timeout: 60_000 }, async () => {
  const [host, guest] = [await deskMachine(0), await deskMachine(1)]
  const texts = ['Nordlicht Reederei GmbH', '上海远航物流有限公司', 'Überseering Süd']
  for (const text of texts) insertCompany(host, text)
  await host.open()
  const between = await eavesdropper(host.office().state().port)
  const { code } = host.office().invite()
  await joinByCode(guest, host, code, between.port)
  await guest.open()
  await allHold([guest], texts.toSorted())
  insertCompany(guest, '广州分公司 Kanton')
  await eventually(() => expect(companyNames(host)).toContain('广州分公司 Kanton'))

  // A file of a company is fetched by the other machine.
  const words = 'Vertrauliches Angebot über 12.000 €, 机密报价 '
  const file = await host.files.store.keep([Buffer.alloc(300_000, words)])
  const { value: companyId } = host.machine.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => {
    const recordId = tx.insert('companies', { name: 'Kontor Süd' })
    tx.insert('attachments', { recordType: 'company', recordId, name: '最终报价.txt', mimeType: 'text/plain', ...file })
    return recordId
  })
  host.committed()
  const labels = guest.machine.writer.raw.prepare<[], WantedContent>('SELECT hash, size FROM attachments')
  await eventually(() => expect(labels.all()).toHaveLength(1))
  guest.files.traffic.want(labels.all(), 'shown')
  await vi.waitFor(async () => expect((await guest.files.bytesOf(file.hash)).includes(words)).toBe(true), { timeout: 20_000 })

  // Both have the company open.
  const opened = (name: string) => [{ entity: 'company', id: companyId, person: { id: `id of ${name}`, name } }]
  host.presence.show(opened('Anna Großmann'))
  guest.presence.show(opened('林晓梅'))
  const seenBy = ({ presence }: typeof host) => presence.others('company', companyId).map(({ person }) => person.name)
  await eventually(() => expect([seenBy(host), seenBy(guest)]).toEqual([['林晓梅'], ['Anna Großmann']]))

  const capture = Buffer.concat(between.heard)
  // It is TLS 1.3 and all of the exchange, the file with it; and there is no other link.
  expect(capture[0]).toBe(0x16)
  expect(capture.length).toBeGreaterThan(file.size)
  expect(host.office().state().connections).toMatchObject([{ isOpen: true, side: 'accepted' }])
  const [key] = host.charter().keys()
  const secrets = [
    ...texts,
    '广州分公司 Kanton',
    'machine-0',
    'machine-1',
    'companies',
    'guest',
    words,
    words.slice(0, 20),
    '机密报价',
    file.hash,
    '最终报价.txt',
    'Kontor Süd',
    companyId,
    'Anna Großmann',
    '林晓梅',
    'presence',
    'attachments',
    key,
    host.identity.deviceId,
    host.machine.originHex,
  ]
  for (const text of secrets) for (const written of writings(text)) expect(capture.includes(written), text).toBe(false)
  for (const hex of [key, file.hash]) expect(capture.includes(Buffer.from(hex, 'hex')), hex).toBe(false)
  // What is looked for would have been found, packed or not.
  const { sets } = host.machine.writer.outgoing.missing(new Map(), 0, 1e6)
  expect(layOut(sets).includes(writings(texts[1] ?? '')[0] ?? '')).toBe(true)
  const packed = encodeSets(sets).subarray(0, 4)
  expect(packed.toString('hex')).toBe('28b52ffd')
  expect(capture.includes(packed)).toBe(false)
})

/** A link of a machine that says whatever it likes. */
const rawLink = (identity: DeviceIdentity, to: OfficeMachine): Promise<Link> => {
  const { deviceId } = to.identity
  return dial({ identity, host: HOST, port: to.office().state().port, purpose: 'sync', expects: deviceId })
}
const json = (message: unknown): Buffer => Buffer.from(JSON.stringify(message))
const proofOf = (key: string, exporter: Uint8Array): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update('kith-sync/1 ').update('dialled').update(exporter).digest('hex')
const greet = (link: Link, proofs: readonly string[]): void => {
  const said = { protocol: 2, oldest: 2, app: '1', schema: 7, name: 'x', topics: ['charter', 'exchange'], proofs }
  link.send(messageTypes.hello, json(said))
}
const everyType = new Map(Array.from({ length: 60 }, (_, at) => [at + 1, 1024 * 1024] as const))
/** What it is told until the link ends. */
const heardOn = async (link: Link): Promise<string> => {
  let heard = ''
  link.onFrame(everyType, ({ payload }) => void (heard += payload.toString()))
  await link.closed
  return heard
}

/** An office of one, and a member whose own program is not ours. */
const withWildMember = async () => {
  const host = await officeMachine(0)
  await host.open()
  insertCompany(host, 'Secret')
  const wild = await createDeviceIdentity()
  host.charter().add(wild.deviceId)
  return { host, wild }
}

test('the right key of a machine is not enough: it has to know a key of the office, on this very channel', async () => {
  const { host, wild } = await withWildMember()
  const key = host.charter().keys()[0]
  const first = await rawLink(wild, host)
  greet(first, ['00'.repeat(32)])
  expect(await heardOn(first)).toContain('other_workspace')

  // A greeting that was good on one channel is worth nothing on the next.
  const second = await rawLink(wild, host)
  const good = proofOf(key, second.exporter)
  second.close()
  const third = await rawLink(wild, host)
  greet(third, [good])
  const answered = await heardOn(third)
  expect(answered).toContain('other_workspace')
  expect(answered).not.toContain('"entries"')
})

test('a member that sends a forged charter is put out, and after three times not spoken to', { timeout: 30_000 }, async () => {
  const { host, wild } = await withWildMember()
  const stranger = await createDeviceIdentity()
  const mine = host.charter().charter()
  const forged = [
    signEntry(stranger, { kind: 'added', device: stranger.deviceId, keeps: [] }),
    { ...signEntry(stranger, { kind: 'added', device: stranger.deviceId, keeps: [] }), by: wild.deviceId },
    { ...signEntry(wild, { kind: 'added', device: wild.deviceId, keeps: [] }), device: stranger.deviceId },
  ]
  for (const entry of forged) {
    const link = await rawLink(wild, host)
    greet(link, [proofOf(host.charter().keys()[0], link.exporter)])
    link.send(CHARTER, json({ ...mine, entries: [...mine.entries, entry] }))
    await heardOn(link)
  }
  expect(host.charter().charter()).toEqual(mine)
  await expect(rawLink(stranger, host)).rejects.toMatchObject({ reason: 'refused' })
  // It is told why, and nothing else.
  const again = await rawLink(wild, host)
  greet(again, [proofOf(host.charter().keys()[0], again.exporter)])
  const told: unknown = JSON.parse(await heardOn(again))
  // An older version reads the reason alone.
  expect(told).toEqual({ reason: 'bad_change_set', leftAloneMs: expect.closeTo(3_600_000, -5) })
})

test('a row in the table of machines lets nobody in', { timeout: 30_000 }, async () => {
  const [one, two] = [await officeMachine(0), await officeMachine(1)]
  await one.open()
  await bringIn(two, one)
  const stranger = await createDeviceIdentity()
  two.machine.writer.write({ actor: 'eve', procedure: 'devices.admit' }, (tx) =>
    tx.insert('devices', { id: stranger.deviceId, name: 'Eve', letter: 'E', addedById: null }),
  )
  two.committed(['devices'])
  const rows = one.machine.writer.raw.prepare<[], { id: string }>('SELECT id FROM devices')
  await eventually(() => expect(rows.all()).toEqual([{ id: stranger.deviceId }]))
  for (const machine of [one, two]) await expect(rawLink(stranger, machine)).rejects.toMatchObject({ reason: 'refused' })
})

test('change sets count only if a machine of the office signed for their origin', async () => {
  const { host, wild } = await withWildMember()
  const stranger = await createDeviceIdentity()
  const writer = await newMachine(5)
  atTheEnd(() => writer.writer.close())
  writer.writer.write({ actor: 'eve', procedure: 'test' }, (tx) => tx.insert('companies', { name: 'Forged' }))
  const bytes = encodeSets(writer.writer.outgoing.missing(new Map(), 0, 1e6).sets)
  const { originHex: origin } = writer
  const { replica } = askable(host.machine)
  const taking = vouchedReplica(replica, host.identity, host.charter())
  const said = { origin, device: 'PC-3', previous: null }
  const signedBy = (who: DeviceIdentity, what = said): string => signIntroduction(who, what)

  const ofStranger: unknown = JSON.parse(signedBy(stranger))
  const forged = [
    null,
    'no introduction',
    signedBy(stranger),
    JSON.stringify({ ...Object(ofStranger), deviceId: wild.deviceId }),
    signedBy(wild, { ...said, origin: 'ab'.repeat(16) }),
    signedBy(wild, { ...said, device: 'Front desk' }),
    JSON.stringify({ ...Object(JSON.parse(signedBy(wild))), previous: 'cd'.repeat(16) }),
  ]
  for (const introduction of forged) {
    const answer = await taking.take(bytes, new Map([[origin, { device: 'PC-3', introduction }]]))
    expect(answer).toMatchObject({ ok: false, reason: 'origin' })
  }
  expect(companyNames(host)).toEqual(['Secret'])

  // Signed by a member it is taken, also after that member was removed, and what was signed is passed on as it is.
  host.charter().remove(wild.deviceId)
  const introduction = signedBy(wild)
  expect(await taking.take(bytes, new Map([[origin, { device: 'PC-3', introduction }]]))).toMatchObject({ ok: true, sets: 1 })
  const { origins, ownOrigin } = await taking.holdings()
  expect(origins.get(origin)).toEqual({ device: 'PC-3', introduction })
  expect(JSON.parse(origins.get(ownOrigin)?.introduction ?? 'null')).toMatchObject({ deviceId: host.identity.deviceId })
})

test('old change sets sent once more change nothing, and another history under the same name is refused', async () => {
  const { host } = await withWildMember()
  insertCompany(host, 'Later')
  const { writer } = host.machine
  const { replica } = askable(host.machine)
  const sets = writer.outgoing.missing(new Map(), 0, 1e6).sets
  const before = writer.outgoing.vector()
  expect(await replica.take(encodeSets(sets), new Map())).toMatchObject({ ok: true, sets: 0 })
  const [first] = decodeSets(encodeSets(cutOff(sets.slice(0, 1), writer.outgoing)))
  if (!first) throw new Error('nothing was written')
  const other = { ...first, chain: Buffer.alloc(16, 1) }
  expect(await replica.take(encodeSets([other]), new Map())).toMatchObject({ ok: false, reason: 'fork' })
  expect(writer.outgoing.vector()).toEqual(before)
  expect(companyNames(host)).toEqual(['Later', 'Secret'])
})
