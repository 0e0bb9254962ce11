// What the parts around the exchange do when a disk, a clock or the order of two threads is not on their side.
import { randomBytes, randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { createDatabase, openReader, openWriter, type Reader, type Writer } from '#main/db/open-workspace.ts'
import { isHereByOthers } from '#main/engine/known-peers.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import type { LinkFacts } from '#main/net/link.ts'
import type { RememberedAddress } from '#main/net/remembered-addresses.ts'
import { attachmentsTopic, type ContentPeer } from '#main/sync/attachments-topic.ts'
import { createCalling, type Calling } from '#main/sync/calling.ts'
import { newCharter } from '#main/sync/charter.ts'
import { createCharterKeeper } from '#main/sync/charter-keeper.ts'
import type { Connection } from '#main/sync/connections.ts'
import type { Contents } from '#main/sync/contents.ts'
import { createFileTraffic } from '#main/sync/file-traffic.ts'
import { createFillFiles } from '#main/sync/fill-files.ts'
import { createHeardOf } from '#main/sync/heard-of.ts'
import { replicaReads } from '#main/sync/local-replica.ts'
import { openDoor } from '#main/sync/office-door.ts'
import type { TopicTalk } from '#main/sync/topic.ts'
import { bringIn, closeOffices, eventually, officeMachine } from '../../support/office-machines.ts'

afterEach(closeOffices)

const DEVICE = 'd'.repeat(64)

test('an address for which there is no place is no news, however often it is told', async () => {
  const known = Array.from({ length: 8 }, (_, index): RememberedAddress => {
    return { deviceId: DEVICE, host: `10.0.0.${index}`, port: 9, source: 'heard', knownAt: 1, succeededAt: 1000, failures: 0 }
  })
  const onAddresses = vi.fn()
  const calling = createCalling({
    ...{ identity: await createDeviceIdentity(), nowMs: () => 2000, addresses: known, onAddresses },
    ...{ isMissing: () => true, isWanted: () => true, onLink: () => undefined, onChange: () => undefined },
    logBug: () => undefined,
  })
  const more = { host: '10.0.0.99', port: 9 }
  expect([calling.learn(DEVICE, more, 'told'), onAddresses.mock.calls.length]).toEqual([false, 0])
  expect([calling.learn('e'.repeat(64), more, 'told'), onAddresses.mock.calls.length]).toEqual([true, 1])
})

test('of a thousand places that somebody made up few are called at a time, and few wait', async () => {
  const held: Socket[] = []
  const silent = Array.from({ length: 16 }, () =>
    createServer((socket) => void held.push(socket.on('error', () => undefined))).listen(0, '127.0.0.1'),
  )
  await Promise.all(silent.map((server) => once(server, 'listening')))
  onTestFinished(() => {
    for (const server of silent) server.close()
    for (const socket of held) socket.destroy()
  })
  const calling = createCalling({
    ...{ identity: await createDeviceIdentity(), nowMs: Date.now, addresses: [], onAddresses: () => undefined },
    ...{ isMissing: () => true, isWanted: () => true, onLink: () => undefined, onChange: () => undefined },
    logBug: () => undefined,
  })
  // A server that listens on a port has an AddressInfo.
  const ports = silent.map((server) => (server.address() as AddressInfo).port)
  const taken = Array.from({ length: 1000 }, (_, index) => {
    const addresses = [{ address: '127.0.0.1', way: 'broadcast', at: 0 } as const]
    return calling.hear({ id: `${index}`, port: ports[index % ports.length] ?? 0, addresses })
  })
  expect(taken.filter(Boolean)).toHaveLength(8 + 64)
  await vi.waitFor(() => expect(held).toHaveLength(8))
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(held).toHaveLength(8)
  for (const socket of held.splice(0)) socket.destroy()
  await vi.waitFor(() => expect(held).toHaveLength(8))
  calling.close()
  for (const socket of held.splice(0)) socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(held).toHaveLength(0)
})

test('an address that cannot even be called fails as any other, and the next one is tried', async () => {
  const silent = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  onTestFinished(() => void silent.close())
  const called = once(silent, 'connection')
  await once(silent, 'listening')
  // A server that listens on a port has an AddressInfo.
  const { port } = silent.address() as AddressInfo
  const calling = createCalling({
    ...{ identity: await createDeviceIdentity(), nowMs: Date.now, addresses: [], onAddresses: () => undefined },
    ...{ isMissing: () => true, isWanted: () => true, onLink: () => undefined, onChange: () => undefined },
    logBug: () => undefined,
  })
  calling.learn(DEVICE, { host: '127.0.0.1', port }, 'told')
  calling.learn(DEVICE, { host: 'a\0b', port }, 'typed')
  await calling.call(DEVICE)
  await called
  expect(calling.addresses().map(({ failures }) => failures)).toEqual([1, 1])
})

test('a newcomer that cannot be written down is turned away, and the program goes on', async () => {
  const [host, guest] = [await createDeviceIdentity(), await createDeviceIdentity()]
  const full = new Error('ENOSPC: no space left on device, write')
  const charter = createCharterKeeper({
    ...{ charter: newCharter(host, () => randomBytes(32).toString('hex')), identity: host, random: randomBytes },
    keep: () => {
      throw full
    },
  })
  const logBug = vi.fn()
  const door = await openDoor({
    ...{ identity: host, ports: [0], host: '127.0.0.1', charter, nowMs: Date.now, random: randomBytes, logBug },
    newcomers: { isAwaited: () => true, came: (id) => charter.add(id) },
    ...{ about: z.any(), admit: () => Promise.resolve({}), onChange: () => undefined, isMember: charter.isMember },
    ...{ onLink: () => undefined, onCode: () => undefined },
  })
  onTestFinished(() => door.close())
  const link = await dial({ identity: guest, host: '127.0.0.1', port: door.port, purpose: 'sync', expects: () => true })
  await link.closed
  expect(logBug).toHaveBeenCalledWith(full)
})

test('who sends what is no frame is not spoken to any more after the third time, and hears that', async () => {
  const [host, wild] = [await officeMachine(0), await officeMachine(1)]
  await host.open()
  await bringIn(wild, host)
  const connection = () => host.office().state().connections[0]
  await eventually(() => expect(connection()?.isOpen).toBe(true))
  const { port } = host.office().state()
  await wild.office().close()
  for (let time = 0; time < 3; time++) {
    await eventually(() => expect(connection()?.isOpen).toBe(false))
    const link = await dial({ identity: wild.identity, host: '127.0.0.1', port, purpose: 'sync', expects: () => true })
    link.onFrame(new Map([[16, 100_000]]), () => undefined)
    link.send(200, Buffer.from('x'))
    await link.closed
    await eventually(() => expect(connection()?.trouble?.end).toBe('bad_message'))
  }
  // It says so itself: the other one is not to believe that it was removed.
  const told = () => wild.office().state().connections[0]
  await wild.open()
  await eventually(() => expect(told()?.trouble?.end).toBe('turned_away'))
  expect(connection()?.isOpen).toBe(false)
  // Both say until when.
  const hour = Date.now() + 3_600_000
  for (const until of [connection()?.shunnedUntil ?? 0, told()?.trouble?.until ?? 0])
    expect(Math.abs(until - hour)).toBeLessThan(60_000)
  expect(told()?.shunnedUntil).toBeNull()
  // Nor does either of them believe that all is well between them.
  const here = { host: '127.0.0.1', port }
  expect(await wild.office().tryAt(host.identity.deviceId, here)).toBe('turned_away')
  expect(await wild.office().addAddress(host.identity.deviceId, here)).toBe('turned_away')
  const there = { host: '127.0.0.1', port: wild.office().state().port }
  expect(await host.office().tryAt(wild.identity.deviceId, there)).toBe('left_alone')
  expect(await host.office().addAddress(wild.identity.deviceId, there)).toBe('left_alone')

  host.office().speakAgain(wild.identity.deviceId)
  await eventually(() => expect(told()).toMatchObject({ isOpen: true, trouble: null }))
  expect(connection()?.shunnedUntil).toBeNull()
})

test('all files are looked through once more after ten minutes, whatever else is new', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const asked: number[] = []
  const fill = createFillFiles({
    lacking: (after) => {
      asked.push(after)
      return Promise.resolve({ contents: [], upTo: 7, isEnd: true })
    },
    ...{ want: () => undefined, mayLook: () => true, logBug: () => undefined },
  })
  const news = setInterval(fill.look, 60_000)
  await vi.advanceTimersByTimeAsync(3_600_000)
  clearInterval(news)
  fill.close()
  expect(asked.filter((after) => after === 0).length).toBeGreaterThanOrEqual(5)
  expect(asked.filter((after) => after === 0).length).toBeLessThanOrEqual(7)
})

test('no other machine is blamed for a piece that waits while this one is busy', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const peers: ContentPeer[] = []
  const nothing = (): void => undefined
  const talkers = { joined: (peer: ContentPeer) => void peers.push(peer), left: nothing, told: nothing, settled: nothing }
  const leave = vi.fn()
  let isBusy = true
  const talk: Partial<TopicTalk> = { isOpen: () => true, isBusy: () => isBusy, say: nothing, leave }
  attachmentsTopic({} as Contents, { ...talkers, asked: () => Promise.resolve() }).begin({
    ...(talk as TopicTalk),
    facts: { deviceId: DEVICE } as LinkFacts,
  })
  void peers[0]?.piece({ hash: 'a'.repeat(64), size: 1 }, 0)
  await vi.advanceTimersByTimeAsync(100_000)
  expect(leave).not.toHaveBeenCalled()
  isBusy = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(leave).toHaveBeenCalledOnce()
})

test('what many files that nobody has cost grows with their number, not with its square', () => {
  const never = (): Promise<never> => new Promise(() => undefined)
  const nothing = (): void => undefined
  const leastMs = (count: number): number => {
    const files = createFileTraffic({
      contents: {
        have: () => Promise.resolve([]),
        read: () => Promise.resolve(null),
        begin: never,
        append: never,
        finish: never,
      },
      ...{ nowMs: () => 0, hasRoom: () => Promise.resolve(true), askAgainMs: 1e8, logBug: nothing },
      ...{ onChange: nothing, onSettled: nothing, onPeer: nothing },
    })
    onTestFinished(files.close)
    const talk: Partial<TopicTalk> = { facts: { deviceId: DEVICE } as LinkFacts, isOpen: () => true, say: nothing }
    files.topic.begin(talk as TopicTalk)
    const wanted = Array.from({ length: count }, (_, at) => ({ hash: at.toString(16).padStart(64, '0'), size: 1000 }))
    files.want(wanted, 'fill')
    const looks = Array.from({ length: 7 }, () => {
      const start = performance.now()
      files.want([], 'fill')
      return performance.now() - start
    })
    return Math.min(...looks)
  }
  leastMs(1000)
  expect(leastMs(4800)).toBeLessThan(9 * Math.max(leastMs(1200), 0.05))
})

test('a machine whose clock was set back does not tell that others were just heard', () => {
  const clocks = { one: 10_000_000, other: 10_000_000 }
  const connection: Connection = {
    ...{ deviceId: DEVICE, isOpen: false, peer: null, progress: null, toTakeInAll: 0, side: null },
    ...{ heardAt: 10_000_000, address: '', trouble: null, shunnedUntil: null },
  }
  const calling: Pick<Calling, 'addresses' | 'learn'> = { addresses: () => [], learn: () => false }
  const heardOf = (nowMs: () => number) =>
    createHeardOf({
      ...{ nowMs, port: () => 1, calling: calling as Calling, connections: () => [connection], isMember: () => true },
      ...{ isOnOneMachine: false, onAddresses: () => undefined, onChange: () => undefined },
      removals: { cover: () => '', coverOf: () => null, note: () => undefined },
    })
  const [one, other] = [heardOf(() => clocks.one), heardOf(() => clocks.other)]
  const facts = { deviceId: 'a'.repeat(64), side: 'dialled', remote: { address: '10.0.0.1', port: 1 } } as LinkFacts
  const isHere = (): boolean => {
    other.onTold(facts, one.known())
    return isHereByOthers(other.told().get(DEVICE), connection, clocks.other)
  }
  clocks.one += 600_000
  clocks.other += 600_000
  expect(isHere()).toBe(false)
  clocks.one -= 86_400_000
  clocks.other += 600_000
  expect([isHere(), one.known().others[0]?.heardAgoMs]).toEqual([false, null])
})

/** A file with a writer and a reader of it, between two statements of which `meanwhile` happens once. */
const twoThreads = async (workspaceId: string): Promise<{ writer: Writer; reader: (meanwhile: () => void) => Reader }> => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-threads-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = { file: join(folder, 'one.db'), key: new Uint8Array(32).fill(3) }
  const birth = { workspaceId, origin: randomBytes(16), deviceName: 'one', seriesLetter: 'A' }
  const writer = openWriter(await createDatabase(at, birth), {
    ...{ nowMs: () => Date.now(), random: (bytes: Uint8Array) => void randomFillSync(bytes), packSizes: { sets: 8, loose: 8 } },
  })
  onTestFinished(() => writer.close())
  return {
    writer,
    reader: (meanwhile) => {
      const reader = openReader(at)
      onTestFinished(() => reader.close())
      let isDone = false
      const origins: Reader['outgoing']['origins'] = () => {
        if (!isDone) {
          isDone = true
          meanwhile()
        }
        return reader.outgoing.origins()
      }
      return { ...reader, outgoing: { ...reader.outgoing, origins } }
    },
  }
}

const insert = (writer: Writer, count: number): void => {
  for (let at = 0; at < count; at++)
    writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name: `Nord ${at}` }))
}
const give = (from: Writer, to: Writer): void =>
  void to.receive(from.outgoing.missing(to.outgoing.vector(), 0, 1e9).sets, from.outgoing.origins())

test('what is told of a file is of one moment, though another thread writes meanwhile', async () => {
  const workspaceId = crypto.randomUUID()
  const [here, there] = [await twoThreads(workspaceId), await twoThreads(workspaceId)]
  insert(here.writer, 3)
  insert(there.writer, 4)
  const reader = here.reader(() => give(there.writer, here.writer))
  const { vector, origins } = replicaReads(reader).holdings()
  expect([...vector.keys()].toSorted()).toEqual([...origins.keys()].toSorted())
  const after = replicaReads(reader).holdings()
  expect([vector.size, after.vector.size]).toEqual([1, 2])
})
