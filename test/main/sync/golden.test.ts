// What released versions say on the network, kept byte by byte: today's machines understand all of it, and still say the same.
import { existsSync, readFileSync } from 'node:fs'
import { join as joinPath } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { decodeBody } from '#main/db/log/body.ts'
import { decodeSets, layOut, type WireSet } from '#main/db/replicate/wire.ts'
import { decodeAnnouncement, encodeAnnouncement } from '#main/net/announcement.ts'
import type { Frame } from '#main/net/frames.ts'
import { readInvitationFile, writeInvitationFile } from '#main/net/invitation-file.ts'
import type { Charter } from '#main/sync/charter.ts'
import type { CharterKeeper } from '#main/sync/charter-keeper.ts'
import { introducedBy } from '#main/sync/introduction.ts'
import { messageTypes } from '#main/sync/messages.ts'
import { type Peer, PROTOCOL, type SessionProgress } from '#main/sync/session.ts'
import {
  framesOf,
  goldenIdentity,
  goldenOffice,
  goldenTalk,
  join,
  keeperOf,
  line,
  type Said,
} from '../../support/golden-office.ts'
import { type Machine, newMachine } from '../../support/replicas.ts'

const FOLDER = joinPath(import.meta.dirname, '../../fixtures/network')
const CHANGED = `Protocol ${PROTOCOL} is not what it was: PROTOCOL in src/main/sync/session.ts has to change, and golden files of the new number come beside these.`
const CHARTER = 52
const [ANNA, BEN, CLEO, DORA] = ['a1', 'a2', 'a3', 'a4'].map((byte) => byte.repeat(16))
const machines: Machine[] = []
afterEach(() => {
  for (const { writer } of machines.splice(0)) writer.close()
})

const bytesOf = (side: keyof Said): Buffer => {
  const file = joinPath(FOLDER, `protocol-${PROTOCOL}`, `${side}.frames`)
  if (!existsSync(file)) throw new Error(`Protocol ${PROTOCOL} has no golden files: test/fixtures/network/make.ts makes them.`)
  return readFileSync(file)
}
const ANY = new Map(Array.from({ length: 256 }, (_, type) => [type, 1e9]))
const saidIn = (frames: readonly Frame[], type: number): Buffer[] =>
  frames.filter((frame) => frame.type === type).map(({ payload }) => payload)
/** The last message of a type, as it stands there. */
const jsonIn = (frames: readonly Frame[], type: number): unknown => JSON.parse(String(saidIn(frames, type).at(-1)))
const golden = (side: keyof Said): Frame[] => framesOf(bytesOf(side), ANY)
const batchIn = (frames: readonly Frame[]): Buffer => saidIn(frames, messageTypes.batch)[0] ?? Buffer.alloc(0)

interface HoldingsSaid {
  readonly vector: readonly unknown[]
  readonly heads: readonly (readonly [string, string])[]
  readonly origins: readonly (readonly [string, { readonly device: string; readonly introduction: string }])[]
}
/** Compared with those of today, or given to what checks them. */
const holdingsIn = (frames: readonly Frame[]) => jsonIn(frames, messageTypes.holdings) as HoldingsSaid

/** Machines with what was signed when the files were made. */
const officeOfThen = async () => {
  const introductions = new Map(
    (['dialled', 'accepted'] as const)
      .flatMap((side) => holdingsIn(golden(side)).origins)
      .map(([origin, { introduction }]) => [origin, introduction]),
  )
  const office = await goldenOffice((_, origin) => introductions.get(origin) ?? '')
  machines.push(office.cleo, office.dora)
  return office
}
const charterOf = (side: keyof Said): Charter => jsonIn(golden(side), CHARTER) as Charter

/** What does not understand the golden files any more says what is to be done. */
const understood = async <Value>(work: () => Value | Promise<Value>): Promise<Value> => {
  try {
    return await work()
  } catch (cause) {
    throw new Error(CHANGED, { cause })
  }
}

/** Today's machine hears all that the other one said then. */
const hears = async (machine: Machine, side: keyof Said, keeper: CharterKeeper, other: string) => {
  const peers: Peer[] = []
  const progress: SessionProgress[] = []
  const ends: string[] = []
  const sent: number[] = []
  const waiting = new Set<() => void>()
  const own = line(side === 'dialled' ? 'accepted' : 'dialled', goldenIdentity(other).deviceId, ({ type }) => {
    sent.push(type)
    for (const look of waiting) look()
  })
  const hasSent = (type: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!sent.includes(type)) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  const session = join(machine, own, keeper, {
    onPeer: (peer) => peers.push(peer),
    onProgress: (now) => progress.push(now),
    onEnd: (end, detail) => ends.push(`${end}: ${String(detail)}`),
  })
  await understood(async () => {
    for (const frame of framesOf(bytesOf(side), await own.limits)) {
      // What was sent is acknowledged, nothing else.
      if (frame.type === messageTypes.ack) await Promise.race([hasSent(messageTypes.batch), session.ended])
      await own.hear(frame)
    }
  })
  expect(ends, CHANGED).toEqual([])
  session.close('closing')
  return { peers, progress: progress.at(-1) }
}

const rows = ({ writer }: Machine, sql: string): unknown[] => writer.raw.prepare(sql).raw().all()

test('a newcomer of today understands a machine of then, and has all that it tells', async () => {
  const dora = await newMachine(3)
  machines.push(dora)
  const keeper = keeperOf('dora', charterOf('accepted'))
  const { peers, progress } = await hears(dora, 'dialled', keeper, 'cleo')
  expect(peers, CHANGED).toEqual([{ name: '前台 Cleo', app: '1.0.0', schema: 8 }])
  expect(progress, CHANGED).toMatchObject({ toSend: 0, toTake: 0, clockAheadMs: 0 })

  expect(keeper.members().toSorted(), CHANGED).toEqual([
    '9f31263bcf7201da437d9b7b5d034bc409c93d4fb3f195c52b3a8917f57fde1d',
    'c9d287acdf512f625cdf3f96ad88054bb614e84f7587234b3c42171b1be548d0',
  ])
  expect(keeper.wasMember('60f89664a1617a29e48faaafc92451a22677698edb5f001f11b79177f88c116d')).toBe(true)
  expect(keeper.keys(), CHANGED).toEqual(['02'.repeat(32), '01'.repeat(32)])

  expect(dora.writer.outgoing.vector(), CHANGED).toEqual(
    new Map([
      [ANNA, 13],
      [BEN, 6],
      [CLEO, 3],
    ]),
  )
  const introduced = [...dora.writer.outgoing.origins()].map(([origin, { device, introduction }]) => [
    ...[origin, device],
    introduction && introducedBy({ origin, device }, introduction),
  ])
  expect(introduced, CHANGED).toEqual([
    [DORA, 'machine-3', null],
    [ANNA, 'machine-0', 'c9d287acdf512f625cdf3f96ad88054bb614e84f7587234b3c42171b1be548d0'],
    [CLEO, 'machine-2', '9f31263bcf7201da437d9b7b5d034bc409c93d4fb3f195c52b3a8917f57fde1d'],
    [BEN, 'machine-1', 'af2e8830b83981e9fce3a66281d2bedb3c1018cd47a2ef3cbc777015cf12422b'],
  ])

  expect(
    rows(dora, 'SELECT id, name, city, phone, email, employees, custom, archivedReason FROM companies ORDER BY id'),
    CHANGED,
  ).toEqual([
    ['harbour', 'Harbour Tools', 'Köln', '+49 30 2339972', 'cleo@harbour.example', 12, '{"s0123456789ab":"Anchor"}', null],
    ['port', '上海港务', null, null, null, null, null, null],
    ['quay', 'Quay', null, null, null, null, null, 'user'],
  ])
  const ports = "SELECT substr(description, 1, 16), substr(description, -9), length(description) FROM companies WHERE id = 'port'"
  expect(rows(dora, ports), CHANGED).toEqual([['Berth 0, Berth 1', 'Berth 299', 3188]])
  expect(rows(dora, 'SELECT id, name, city, archivedAt FROM contacts ORDER BY id'), CHANGED).toEqual([
    ['lin-0', '林 0', null, null],
    ['lin-1', '林 1', null, null],
    ['lin-2', '林 2', null, null],
    ['lin-3', '林 3', null, null],
    ['lin-4', '林 4', null, null],
    ['lin-5', '林 5', 'Kiel', null],
  ])
  expect(rows(dora, 'SELECT id, name, unitPriceE4, currency, isDiscontinued FROM products'), CHANGED).toEqual([
    ['bench', 'Long bench', 1_990_000, 'EUR', 1],
  ])
  expect(rows(dora, 'SELECT id, number, companyId, status FROM orders'), CHANGED).toEqual([['order', 'O-1', 'harbour', 'open']])
  // The address of mail was written by two, and nobody decided. A contact was archived while somebody worked on it.
  expect(rows(dora, 'SELECT tbl, row, cell, value FROM sync_conflict'), CHANGED).toEqual([
    [10, 'harbour', 12, '"ben@harbour.example"'],
  ])
  expect(rows(dora, 'SELECT tbl, row, value FROM sync_revived'), CHANGED).toEqual([
    [11, 'lin-5', '["2026-03-02T09:00:16.000Z","user"]'],
  ])
  const history = dora.writer.logOf(new Set()).ofRow('companies', 'harbour')
  const shown = ['city', 'phone', 'email']
  expect(
    history.map(({ at, deviceName, procedure, changes }) => [
      ...[at.slice(11, 19), deviceName, procedure],
      ...changes.filter(({ field }) => shown.includes(field)).map(({ field, from, to }) => `${field}: ${from} → ${to}`),
    ]),
    CHANGED,
  ).toEqual([
    ['09:00:19', 'machine-1', 'history.undo', 'phone: 000 → +49 30 2339972'],
    ['09:00:18', 'machine-1', 'companies.update', 'phone: +49 30 2339972 → 000'],
    ['09:00:17', 'machine-1', 'conflicts.decide', 'city: Kiel → Köln'],
    ['09:00:14', 'machine-2', 'companies.update', 'email: null → cleo@harbour.example', 'city: Bonn → Kiel'],
    ['09:00:12', 'machine-1', 'companies.update', 'email: null → ben@harbour.example', 'city: Bonn → Köln'],
    ['09:00:11', 'machine-0', 'companies.update'],
    ['09:00:01', 'machine-0', 'companies.create', 'phone: null → +49 30 2339972', 'city: null → Bonn'],
  ])
})

const START = Date.parse('2026-03-02T09:00:00Z')
/** In a line: which set, of which operation, when, by whom, and the cells that it writes. */
const told = (set: WireSet): string => {
  const { originHex, seq, op, part, isLast, wallMs, hlc, actor, procedure, undoes, body } = set
  const ticks = hlc - (wallMs - Date.UTC(2024, 0, 1)) * 4096
  const place = `${originHex.slice(0, 2)}-${seq} ${op}/${part}${isLast ? '.' : ''} +${(wallMs - START) / 1000} s ${ticks}`
  const said = body && decodeBody(body).g.map(({ t, op: kind, r }) => `${kind} ${t} ${r.map(([id]) => String(id)).join()}`)
  return `${place} ${actor ?? 'nobody'} ${procedure} ${set.rows} ${undoes?.slice(30) ?? ''}: ${said?.join() ?? 'erased'}`
}

test('a batch of then is read as it was written', async () => {
  const batch = batchIn(golden('dialled'))
  const sets = await understood(() => decodeSets(batch))
  expect(sets.map(told), CHANGED).toEqual([
    'a1-1 1/1. +1 s 0 anna companies.create 2 : i 10 harbour,quay',
    'a1-2 2/1. +2 s 0 anna contacts.create 1 : i 11 lin-0',
    'a1-3 3/1. +3 s 0 anna contacts.create 1 : i 11 lin-1',
    'a1-4 4/1. +4 s 0 anna contacts.create 1 : i 11 lin-2',
    'a1-5 5/1. +5 s 0 anna contacts.create 1 : i 11 lin-3',
    'a1-6 6/1. +6 s 0 anna contacts.create 1 : i 11 lin-4',
    'a1-7 7/1. +7 s 0 anna contacts.create 1 : i 11 lin-5',
    'a1-8 8/1. +8 s 0 anna companies.create 1 : i 10 port',
    'a1-9 9/1 +9 s 0 anna contacts.create 1 : erased',
    'a1-10 9/2. +9 s 1 anna contacts.create 1 : erased',
    'a1-11 11/1 +10 s 0 anna products.create 1 : i 80 bench',
    'a1-12 11/2. +10 s 1 anna products.create 1 : u 80 bench',
    'a1-13 13/1. +11 s 0 anna companies.update 1 : u 10 harbour',
    'a3-1 1/1. +14 s 0 nobody companies.update 1 : u 10 harbour',
    'a3-2 2/1. +15 s 0 nobody companies.archive 1 : u 10 quay',
    'a3-3 3/1. +16 s 0 nobody contacts.archive 1 : u 11 lin-5',
    'a2-1 1/1. +12 s 0 ben companies.update 1 : u 10 harbour',
    'a2-2 2/1. +13 s 0 ben contacts.update 1 : u 11 lin-5',
    'a2-3 3/1. +17 s 0 ben conflicts.decide 1 : u 10 harbour',
    'a2-4 4/1. +18 s 0 ben companies.update 1 : u 10 harbour',
    'a2-5 5/1. +19 s 0 ben history.undo 1 a2-4: u 10 harbour',
    'a2-6 6/1. +20 s 0 ben orders.create 1 : i 81 order',
  ])
  expect(new Set(sets.map(({ schemaVersion }) => schemaVersion))).toEqual(new Set([8]))
  const hex = (bytes: Uint8Array | null): string | null => bytes && Buffer.from(bytes).toString('hex')
  // Each origin's last set says what it follows from, an erased one what it said.
  expect(sets.flatMap(({ seq, chain }) => (chain ? [[seq, hex(chain)]] : []))).toEqual([
    [13, '399acb60fd472907bf36c37e1d542de4'],
    [3, '3f08bf2d5e2913e59ce2bfc5ba30f27a'],
    [6, '1cfb54dd4fd11f9e7dfdf652d76c199a'],
  ])
  expect(sets.flatMap(({ bodyHash }) => hex(bodyHash)?.slice(0, 16) ?? [])).toEqual(['c56347f54e1346d6', '3edd25e689130535'])
  const bodyAt = (place: number) => {
    const body = sets[place]?.body
    return body ? decodeBody(body) : null
  }
  // A decision: Ben's own value again, written over Cleo's, which is closed. Versions are `place in o · 2^36 + seq`.
  expect(bodyAt(18)).toEqual({
    o: [CLEO, BEN],
    g: [{ t: 10, op: 'u', c: [16], r: [['harbour', 'Köln', 'Kiel', 1]] }],
    v: [3],
    k: [[10, 'harbour', 16, 2 ** 36 + 1]],
  })
  // An order is work on its company.
  expect(bodyAt(21)?.p).toEqual([[10, 'harbour']])
  // The long text is packed by itself, as zstd.
  expect(hex(sets[7]?.body?.subarray(0, 4) ?? null)).toBe('28b52ffd')

  expect(layOut(sets).equals(zstdDecompressSync(batch)), CHANGED).toBe(true)
})

test('a machine of today is told by a newcomer of then that it has all', async () => {
  const { cleo } = await officeOfThen()
  const { peers, progress } = await hears(cleo, 'accepted', keeperOf('cleo', charterOf('dialled')), 'dora')
  expect(peers).toEqual([{ name: 'Dora', app: '1.0.0', schema: 8 }])
  expect(progress).toMatchObject({ toSend: 0, toTake: 0, clockAheadMs: 0 })
  expect(progress?.theirs).toEqual(
    new Map([
      [ANNA, 13],
      [BEN, 6],
      [CLEO, 3],
    ]),
  )
})

/** What today's change set says, but for cells that came with a later version. */
const asThen = (now: WireSet, then: WireSet): unknown => {
  const { schemaVersion: _, chain, bodyHash, body, ...header } = now
  const said = { ...header, isChained: chain !== null, isErased: bodyHash !== null }
  if (!body || !then.body) return { ...said, body }
  const groups = decodeBody(then.body).g
  const g = decodeBody(body).g.map((group, index) => {
    const cells = groups[index]?.c ?? []
    if (group.op === 'u') return group
    return {
      ...group,
      c: cells,
      r: group.r.map(([id, ...values]) => [id, ...cells.map((cell) => values[group.c.indexOf(cell)])]),
    }
  })
  return { ...said, body: { ...decodeBody(body), g } }
}

test('machines of today say what those of then said', async () => {
  const office = await officeOfThen()
  const charters = { cleo: charterOf('dialled'), dora: charterOf('accepted') }
  const said = await understood(() => goldenTalk(office, charters))
  for (const side of ['dialled', 'accepted'] as const) {
    const [now, then] = [said[side], golden(side)]
    const typesOf = (frames: readonly Frame[]): number[] => frames.map(({ type }) => type).toSorted((one, other) => one - other)
    expect(typesOf(now), CHANGED).toEqual(typesOf(then))
    const plain: readonly number[] = [messageTypes.hello, messageTypes.time, messageTypes.timeReply, messageTypes.ack]
    const plainly = (frames: readonly Frame[]) =>
      frames.filter(({ type }) => plain.includes(type)).map(({ type, payload }) => [type, JSON.parse(String(payload))])
    expect(plainly(now), CHANGED).toMatchObject(plainly(then))
    // Machines of then refuse a charter that says more.
    expect(jsonIn(now, CHARTER), CHANGED).toEqual(jsonIn(then, CHARTER))
    // Heads follow from all that was written, the schema too.
    const holdingsOf = (frames: readonly Frame[]) => {
      const { heads, ...holdings } = holdingsIn(frames)
      return { ...holdings, heads: heads.map(([origin, head]) => [origin, head.length]) }
    }
    expect(holdingsOf(now), CHANGED).toMatchObject(holdingsOf(then))
  }
  const [now, then] = [said.dialled, golden('dialled')].map((frames) => decodeSets(batchIn(frames)))
  expect(
    now?.map((set, place) => asThen(set, then?.[place] ?? set)),
    CHANGED,
  ).toEqual(then?.map((set) => asThen(set, set)))
})

test('calls into the office are heard and said as they were', () => {
  const changed = 'Calls are not what they were: FORMAT in src/main/net/announcement.ts has to change.'
  const bytes = readFileSync(joinPath(FOLDER, 'announcements-1.bin'))
  const nonce = '0102030405060708'
  const calls = [
    [{ kind: 'member', nonce, tag: 'aabbccddeeff0011', port: 47_311 }, 'broadcast'],
    [{ kind: 'office', nonce, office: 'ffeeddccbbaa9988', port: 65_535, secondsLeft: 600 }, 'multicast'],
    [{ kind: 'looking', nonce }, 'ipv6'],
    [{ kind: 'member', nonce, tag: 'aabbccddeeff0011', port: 1 }, 'answer'],
  ] as const
  expect(bytes).toHaveLength(calls.length * 28)
  for (const [index, [announcement, way]] of calls.entries()) {
    const datagram = bytes.subarray(28 * index, 28 * (index + 1))
    expect(decodeAnnouncement(datagram), changed).toEqual({ announcement, way })
    expect(encodeAnnouncement(announcement, way).equals(datagram), changed).toBe(true)
  }
})

test('a file that invites is read and written as it was', () => {
  const changed = 'Invitations are not what they were: their version in src/main/net/invitation-file.ts has to change.'
  const text = readFileSync(joinPath(FOLDER, 'invitation-1.kith-invitation'), 'utf8')
  const expiresAt = Date.UTC(2026, 10, 29, 8)
  const deviceId = 'c9d287acdf512f625cdf3f96ad88054bb614e84f7587234b3c42171b1be548d0'
  const addresses = [
    { host: '192.168.1.20', port: 47_311 },
    { host: 'fe80::1%eth0', port: 1 },
  ]
  const [office, id, secret] = ['Amselweg 燕子', '0123456789abcdef', Buffer.alloc(16, 0x77)]
  const invitation = { id, secret, expiresAt, triesLeft: 3 }
  expect(writeInvitationFile({ office, deviceId, addresses, invitation }), changed).toBe(text)
  expect(readInvitationFile(text, expiresAt - 1)).toEqual({
    ...{ kith: 'invitation', version: 1, office, deviceId, addresses, id },
    ...{ secret: '77777777777777777777777777777777', expiresAt: '2026-11-29T08:00:00.000Z' },
  })
})
