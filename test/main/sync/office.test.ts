// Machines that come to know each other by a code and then stay together: over real TLS on loopback, each with its own database.
import { randomBytes } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import { secretOfCode } from '#main/net/invitations.ts'
import { joinOffice } from '#main/net/pairing.ts'
import type { RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { type Office, openOffice } from '#main/sync/office.ts'
import type { Replica } from '#main/sync/replica.ts'
import { askable } from '../../support/linked-machines.ts'
import { newMachine } from '../../support/replicas.ts'

type Told = Parameters<Replica['onCommit']>[0]

const key = new Uint8Array(32).fill(5)
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const about = z.object({ name: z.string() })

/** A machine; `members` is what the office's table of machines would say, and is shared here. */
const start = async (index: number, members: Set<string>, addresses: RememberedAddresses = []) => {
  const machine = await newMachine(index)
  const asked = askable(machine)
  const { committed } = asked
  // Any commit here may go along with a change of `members`.
  const replica = { ...asked.replica, onCommit: (told: Told) => asked.replica.onCommit(() => told(['devices'])) }
  const identity = await createDeviceIdentity()
  let kept = addresses
  let office: Office | null = null
  const open = async (): Promise<Office> =>
    (office = await openOffice({
      ...{ identity, port: 0, host: '127.0.0.1', workspaceKey: key, replica, addresses: kept, about, isSilent: true },
      self: { name: `machine-${index}`, app: '1.0.0', schema: 6 },
      nowMs: () => Date.now(),
      random: randomBytes,
      members: async () => [...members],
      onAddresses: (changed) => (kept = changed),
      admit: async ({ deviceId }) => {
        members.add(deviceId)
        return { workspaceId: 'w' }
      },
      onChange: () => undefined,
      logBug: (error) => {
        throw error
      },
      callEveryMs: 200,
    }))
  ends.push(async () => {
    await office?.close()
    machine.writer.close()
  })
  return {
    ...{ machine, identity, open, committed, know: (known: RememberedAddresses) => (kept = known) },
    office: () => {
      if (!office) throw new Error('It is not open.')
      return office
    },
  }
}
type Started = Awaited<ReturnType<typeof start>>

const insert = ({ machine, committed }: Started, name: string): void => {
  machine.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name }))
  committed()
}
const names = ({ machine }: Started): string[] =>
  machine.writer.raw
    .prepare<[], { name: string }>('SELECT name FROM companies ORDER BY name')
    .all()
    .map(({ name }) => name)
const all = (machines: readonly Started[], expected: readonly string[]): Promise<void> =>
  vi.waitFor(
    () => {
      for (const one of machines) expect(names(one)).toEqual(expected)
    },
    { timeout: 20_000, interval: 20 },
  )

const join = async (guest: Started, host: Started, code: string): Promise<void> => {
  const { port } = host.office().state()
  const link = await dial({ identity: guest.identity, host: '127.0.0.1', port, purpose: 'pair', expects: null })
  const { deviceId, welcome } = await joinOffice(link, {
    ...{ invitationId: '', secret: secretOfCode(code), about: { name: 'guest' }, randomBytes },
    welcome: z.object({ workspaceId: z.string() }),
  })
  expect([deviceId, welcome]).toEqual([host.identity.deviceId, { workspaceId: 'w' }])
  const now = Date.now()
  guest.know([{ deviceId, host: '127.0.0.1', port, source: 'typed', knownAt: now, succeededAt: now, failures: 0 }])
}

test(
  'three machines join by codes, share what each writes, and a removed one gets nothing more',
  { timeout: 60_000 },
  async () => {
    const members = new Set<string>()
    const [one, two, three] = [await start(0, members), await start(1, members), await start(2, members)]
    members.add(one.identity.deviceId)
    await one.open()
    insert(one, 'from one')

    await expect(join(two, one, '12345678')).rejects.toMatchObject({ messageKey: 'sync.dial.refused' })
    const { code } = one.office().invite()
    const wrong = code === '00000000' ? '00000001' : '00000000'
    await expect(join(two, one, wrong)).rejects.toMatchObject({ messageKey: 'sync.pairing.wrong_code', params: { tries: 2 } })
    await join(two, one, code)
    await two.open()
    await all([two], ['from one'])
    insert(two, 'from two')
    await all([one, two], ['from one', 'from two'])
    expect(one.office().state().invitation).toBeNull()

    // The third one knows the second only, and hears of the first through it.
    await join(three, two, two.office().invite().code)
    await three.open()
    insert(three, 'from three')
    await all([one, two, three], ['from one', 'from three', 'from two'])

    members.delete(three.identity.deviceId)
    insert(one, 'later')
    await all([one, two], ['from one', 'from three', 'from two', 'later'])
    await vi.waitFor(() =>
      expect(
        two
          .office()
          .state()
          .connections.map(({ deviceId }) => deviceId),
      ).not.toContain(three.identity.deviceId),
    )
    insert(two, 'secret')
    await all([one, two], ['from one', 'from three', 'from two', 'later', 'secret'])
    expect(names(three)).not.toContain('secret')
  },
)

test('two that call each other at once keep one and the same conversation', { timeout: 60_000 }, async () => {
  const members = new Set<string>()
  const [one, two] = [await start(0, members), await start(1, members)]
  members.add(one.identity.deviceId).add(two.identity.deviceId)
  await one.open()
  await two.open()
  const at = (other: Started): RememberedAddresses => [
    {
      ...{ deviceId: other.identity.deviceId, host: '127.0.0.1', port: other.office().state().port, source: 'typed' },
      ...{ knownAt: 1, succeededAt: 1, failures: 0 },
    },
  ]
  one.know(at(two))
  two.know(at(one))
  await one.office().close()
  await two.office().close()
  // Ports are new now: each learns the other's from the opened one.
  await Promise.all([one.open(), two.open()])
  one.know(at(two))
  insert(one, 'a')
  insert(two, 'b')
  await one.office().close()
  one.know(at(two))
  await one.open()
  await all([one, two], ['a', 'b'])
  await vi.waitFor(() => {
    for (const office of [one.office(), two.office()])
      expect(office.state().connections.filter(({ isOpen }) => isOpen)).toHaveLength(1)
  })
})
