// Machines that come to know each other by a code and then stay together: over real TLS on loopback, each with its own database.
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { dial } from '#main/net/dial.ts'
import { charterTopic } from '#main/sync/charter-topic.ts'
import { startSession } from '#main/sync/session.ts'
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
  placeOf,
} from '../../support/office-machines.ts'

afterEach(closeOffices)

const openOf = (one: OfficeMachine): string[] =>
  one
    .office()
    .state()
    .connections.filter(({ isOpen }) => isOpen)
    .map(({ deviceId }) => deviceId)
const keyOf = (one: OfficeMachine): string => one.charter().keys()[0]

test(
  'three machines join by codes, share what each writes, and a removed one gets nothing more',
  { timeout: 60_000 },
  async () => {
    const [one, two, three] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
    await one.open()
    insertCompany(one, 'from one')

    await expect(joinByCode(two, one, '12345678')).rejects.toMatchObject({ messageKey: 'sync.dial.refused' })
    const { code } = one.office().invite()
    const wrong = code === '00000000' ? '00000001' : '00000000'
    await expect(joinByCode(two, one, wrong)).rejects.toMatchObject({
      ...{ messageKey: 'sync.pairing.wrong_code', params: { tries: 2 } },
    })
    await joinByCode(two, one, code)
    await two.open()
    await allHold([two], ['from one'])
    insertCompany(two, 'from two')
    await allHold([one, two], ['from one', 'from two'])
    expect(one.office().state().invitation).toBeNull()

    // The third one knows the second only, and the first hears of it through that one.
    await bringIn(three, two)
    insertCompany(three, 'from three')
    await allHold([one, two, three], ['from one', 'from three', 'from two'])
    const before = keyOf(one)

    one.charter().remove(three.identity.deviceId)
    await eventually(() => {
      expect(openOf(two)).toEqual([one.identity.deviceId])
      expect(keyOf(two)).toBe(keyOf(one))
    })
    expect(keyOf(one)).not.toBe(before)
    insertCompany(one, 'later')
    insertCompany(two, 'secret')
    await allHold([one, two], ['from one', 'from three', 'from two', 'later', 'secret'])

    // It comes back, with the key that it had: it is not let in, and hears nothing.
    await three.office().close()
    three.know([...placeOf(one), ...placeOf(two)])
    await three.open()
    await three.office().callAll()
    expect(openOf(three)).toEqual([])
    expect(companyNames(three)).not.toContain('secret')
    expect(three.charter().keys()).not.toContain(keyOf(one))
  },
)

test('of a removal each machine learns who has heard of it, also of one that was off', { timeout: 60_000 }, async () => {
  const all = [await officeMachine(0), await officeMachine(1), await officeMachine(2), await officeMachine(3)] as const
  const [one, two, late, gone] = all
  await one.open()
  for (const other of [two, late, gone]) await bringIn(other, one)
  await eventually(() => expect(all.map((machine) => openOf(machine).length)).toEqual([3, 3, 3, 3]))
  await late.office().close()

  const [twoId, lateId, goneId] = [two, late, gone].map(({ identity }) => identity.deviceId) as [string, string, string]
  one.charter().remove(goneId)
  await eventually(() =>
    expect([one.heard(), two.heard()]).toEqual([{ [goneId]: [twoId] }, { [goneId]: [one.identity.deviceId] }]),
  )
  await late.open()
  // It hears of it from one, and each of the others that it has.
  await eventually(() => {
    expect(one.heard()).toEqual({ [goneId]: [twoId, lateId] })
    expect(two.heard()[goneId]).toContain(lateId)
    expect(new Set(late.heard()[goneId])).toEqual(new Set([one.identity.deviceId, twoId]))
  })
})

test(
  'an older Kith, which never says what it has heard of, has heard of it once it says who is in',
  { timeout: 60_000 },
  async () => {
    const [one, old, gone] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
    await one.open()
    for (const other of [old, gone]) await joinByCode(other, one, one.office().invite().code)
    const { port } = one.office().state()
    const { identity, machine } = old
    /** Talks of nothing but who is in, until that holds. */
    const meet = async (check: () => void): Promise<void> => {
      const link = await dial({ identity, host: '127.0.0.1', port, purpose: 'sync', expects: one.identity.deviceId })
      const session = startSession({
        ...{ link, ...askable(machine), keys: old.charter().keys, nowMs: Date.now, topics: [charterTopic(old.charter())] },
        self: { name: 'old', app: '0.9.0', schema: 7 },
        ...{ onPeer: () => undefined, onProgress: () => undefined, onEnd: () => undefined },
      })
      await eventually(check)
      session.close('closing')
      await session.ended
    }
    one.charter().remove(gone.identity.deviceId)
    await meet(() => expect(old.charter().charter()).toEqual(one.charter().charter()))
    expect(one.heard()).toEqual({})
    await meet(() => expect(one.heard()).toEqual({ [gone.identity.deviceId]: [identity.deviceId] }))
  },
)

test(
  'who was removed is told apart from who finds a stranger at an address, and a machine that is met again from both',
  {
    timeout: 60_000,
  },
  async () => {
    const [one, two, stranger] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
    await one.open()
    await stranger.open()
    await bringIn(two, one)
    await eventually(() => expect(openOf(two)).toHaveLength(1))
    const failure = () => two.office().state().failures.get(one.identity.deviceId)

    await two.office().close()
    await one.office().close()
    const elsewhere = placeOf(stranger).map((at) => ({ ...at, deviceId: one.identity.deviceId }))
    two.know(elsewhere)
    await two.open()
    await eventually(() => expect(failure()).toMatchObject({ reason: 'other_machine' }))
    expect(await two.office().tryAt(one.identity.deviceId, elsewhere[0] ?? { host: '', port: 0 })).toBe('other_machine')
    await one.open()
    await two.office().addAddress(one.identity.deviceId, { host: '127.0.0.1', port: one.office().state().port })
    await eventually(() => expect([openOf(two).length, failure()]).toEqual([1, undefined]))

    await two.office().close()
    one.charter().remove(two.identity.deviceId)
    two.know(placeOf(one))
    await two.open()
    await eventually(() => expect(failure()).toMatchObject({ reason: 'refused', isRepeated: true }))
    const [place = { host: '', port: 0 }] = placeOf(one)
    expect(await two.office().callAt([place])).toEqual(['refused'])
    // That it is off for the night says nothing new.
    await one.office().close()
    await two.office().callAll()
    expect(failure()).toMatchObject({ reason: 'refused' })
  },
)

test(
  'an address that is typed says what came of it, and is kept unless somebody else answers there',
  { timeout: 60_000 },
  async () => {
    const [one, two, stranger] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
    await one.open()
    await stranger.open()
    await bringIn(two, one)
    await eventually(() => expect(openOf(two)).toHaveLength(1))
    const at = (port: number) => ({ host: '127.0.0.1', port })
    const portOf = (machine: OfficeMachine): number => machine.office().state().port
    const add = (port: number) => two.office().addAddress(one.identity.deviceId, at(port))
    const isKept = (port: number): boolean =>
      two
        .office()
        .state()
        .addresses.some((known) => known.port === port && known.source === 'typed')
    // It is there: nobody is called, for that would end the talk.
    expect([await add(1), isKept(1), openOf(two)]).toEqual([null, true, [one.identity.deviceId]])

    const before = portOf(one)
    await one.office().close()
    await eventually(() => expect(openOf(two)).toEqual([]))
    const other = createServer((socket) => socket.end('220 mail\r\n'))
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    atTheEnd(() => other.close())
    const { port: foreign } = other.address() as AddressInfo
    expect([await add(foreign), isKept(foreign)]).toEqual(['not_kith', false])
    expect([await add(portOf(stranger)), isKept(portOf(stranger))]).toEqual(['other_machine', false])
    expect([await add(portOf(two)), isKept(portOf(two))]).toEqual(['itself', false])
    expect([await add(2), isKept(2)]).toEqual(['port_closed', true])

    two.know([])
    await two.office().close()
    await two.open()
    await one.open()
    expect(portOf(one)).not.toBe(before)
    expect([await add(portOf(one)), isKept(portOf(one)), openOf(two)]).toEqual([null, true, [one.identity.deviceId]])
    await two.office().close()
    one.charter().remove(two.identity.deviceId)
    await two.open()
    expect(await add(portOf(one))).toBe('refused')
  },
)

test('a machine that was away when another was removed is told first of all', { timeout: 60_000 }, async () => {
  const [one, two, three] = [await officeMachine(0), await officeMachine(1), await officeMachine(2)]
  await one.open()
  await bringIn(two, one)
  await bringIn(three, one)
  await eventually(() => expect(two.charter().isMember(three.identity.deviceId)).toBe(true))
  await two.office().close()

  one.charter().remove(three.identity.deviceId)
  insertCompany(one, 'after it')
  expect(two.charter().keys()).not.toContain(keyOf(one))
  two.know(placeOf(one))
  await two.open()
  await allHold([two], ['after it'])
  expect(keyOf(two)).toBe(keyOf(one))
  expect(two.charter().isMember(three.identity.deviceId)).toBe(false)
})

test('two removals at once on two machines end with one key everywhere', { timeout: 60_000 }, async () => {
  const machines = [await officeMachine(0), await officeMachine(1), await officeMachine(2), await officeMachine(3)]
  const [one, two, three, four] = machines
  if (!one || !two || !three || !four) throw new Error('four were asked for')
  await one.open()
  for (const guest of [two, three, four]) await bringIn(guest, one)
  await eventually(() => expect(two.charter().members()).toHaveLength(3))
  await two.office().close()

  one.charter().remove(three.identity.deviceId)
  two.charter().remove(four.identity.deviceId)
  const halves = [keyOf(one), keyOf(two)]
  two.know(placeOf(one))
  await two.open()
  await eventually(() => {
    expect(keyOf(two)).toBe(keyOf(one))
    for (const machine of [one, two]) expect(machine.charter().members()).toHaveLength(1)
  })
  expect(halves).not.toContain(keyOf(one))
  insertCompany(one, 'for two')
  await allHold([one, two], ['for two'])
  expect([companyNames(three), companyNames(four)]).toEqual([[], []])
})

test('two that call each other at once keep one and the same conversation', { timeout: 60_000 }, async () => {
  const [one, two] = [await officeMachine(0), await officeMachine(1)]
  await one.open()
  await bringIn(two, one)
  one.know(placeOf(two))
  two.know(placeOf(one))
  await one.office().close()
  await two.office().close()
  // Ports are new now: each learns the other's from the opened one.
  await Promise.all([one.open(), two.open()])
  one.know(placeOf(two))
  insertCompany(one, 'a')
  insertCompany(two, 'b')
  await one.office().close()
  one.know(placeOf(two))
  await one.open()
  await allHold([one, two], ['a', 'b'])
  await eventually(() => expect([openOf(one), openOf(two)]).toEqual([[two.identity.deviceId], [one.identity.deviceId]]))
})
