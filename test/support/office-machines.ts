// Machines that come to know each other by a code and then stay together: over real TLS on loopback, each with its own database.
import { randomBytes } from 'node:crypto'
import { expect, vi } from 'vitest'
import { z } from 'zod'
import { createDeviceIdentity, type DeviceIdentity } from '#main/net/certificate.ts'
import { dial } from '#main/net/dial.ts'
import { secretOfCode } from '#main/net/invitations.ts'
import { joinOffice } from '#main/net/pairing.ts'
import type { RememberedAddresses } from '#main/net/remembered-addresses.ts'
import { charter, type Charter, forNewcomer, newCharter } from '#main/sync/charter.ts'
import { type CharterKeeper, createCharterKeeper } from '#main/sync/charter-keeper.ts'
import { type Office, openOffice } from '#main/sync/office.ts'
import type { Heard } from '#main/sync/removals-heard.ts'
import type { Replica } from '#main/sync/replica.ts'
import type { Topic } from '#main/sync/topic.ts'
import { type Asked, askable } from './linked-machines.ts'
import { type Machine, newMachine } from './replicas.ts'

const HOST = '127.0.0.1'
const makeKey = (): string => randomBytes(32).toString('hex')
const about = z.object({ name: z.string() })
const ends: (() => unknown)[] = []

/** After each test. */
export const closeOffices = async (): Promise<void> => {
  for (const end of ends.splice(0).toReversed()) await end()
}
export const atTheEnd = (end: () => unknown): void => void ends.push(end)

export interface OfficeMachine {
  readonly machine: Machine
  readonly identity: DeviceIdentity
  readonly open: () => Promise<Office>
  readonly office: () => Office
  readonly committed: Asked['committed']
  readonly know: (addresses: RememberedAddresses) => void
  /** Before it is opened: it belongs to that office. */
  readonly belong: (to: Charter) => void
  readonly charter: () => CharterKeeper
  /** Who has heard of which removal, as it is kept. */
  readonly heard: () => Heard
}

export interface OfficeMachineChanges {
  readonly replica?: (replica: Replica) => Replica
  readonly logBug?: (error: unknown) => void
}

/** A machine that has founded an office of its own. `topics`: what it talks about beside change sets and clocks. */
export const officeMachine = async (
  index: number,
  topics: readonly Topic[] = [],
  changes: OfficeMachineChanges = {},
): Promise<OfficeMachine> => {
  const machine = await newMachine(index)
  const { replica: sound, committed } = askable(machine)
  const replica = changes.replica?.(sound) ?? sound
  const identity = await createDeviceIdentity()
  const keeperOf = (of: Charter): CharterKeeper =>
    createCharterKeeper({ charter: of, identity, random: randomBytes, keep: () => undefined })
  let kept: RememberedAddresses = []
  let heard: Heard = {}
  let office: Office | null = null
  let keeper = keeperOf(newCharter(identity, makeKey))
  const open = async (): Promise<Office> =>
    (office = await openOffice({
      ...{ identity, ports: [0], host: HOST, charter: keeper, replica, addresses: kept, about, isSilent: true, topics },
      self: { name: `machine-${index}`, app: '1.0.0', schema: 7 },
      nowMs: () => Date.now(),
      random: randomBytes,
      onAddresses: (changed) => (kept = changed),
      heard,
      onHeard: (changed) => (heard = changed),
      admit: async ({ deviceId }) => {
        keeper.add(deviceId)
        return { charter: forNewcomer(keeper.charter()) }
      },
      onChange: () => undefined,
      logBug:
        changes.logBug ??
        ((error) => {
          throw error
        }),
      callEveryMs: 200,
    }))
  atTheEnd(async () => {
    await office?.close()
    machine.writer.close()
  })
  return {
    ...{ machine, identity, open, committed },
    know: (known) => (kept = known),
    belong: (to) => (keeper = keeperOf(to)),
    charter: () => keeper,
    heard: () => heard,
    office: () => {
      if (!office) throw new Error('It is not open.')
      return office
    },
  }
}

/** Where another one is. */
export const placeOf = (other: OfficeMachine, port = other.office().state().port): RememberedAddresses => {
  const { deviceId } = other.identity
  return [{ deviceId, host: HOST, port, source: 'typed', knownAt: 1, succeededAt: 1, failures: 0 }]
}

/** `port`: where the host seems to be, if somebody stands between. */
export const joinByCode = async (guest: OfficeMachine, host: OfficeMachine, code: string, port?: number): Promise<void> => {
  const at = port ?? host.office().state().port
  const link = await dial({ identity: guest.identity, host: HOST, port: at, purpose: 'pair', expects: null })
  const { deviceId, welcome } = await joinOffice(link, {
    ...{ invitationId: '', secret: secretOfCode(code), about: { name: 'guest' }, randomBytes },
    welcome: z.object({ charter }),
  })
  expect(deviceId).toBe(host.identity.deviceId)
  guest.belong(welcome.charter)
  guest.know(placeOf(host, at))
}

/** Joins, and opens. */
export const bringIn = async (guest: OfficeMachine, host: OfficeMachine): Promise<void> => {
  await joinByCode(guest, host, host.office().invite().code)
  await guest.open()
}

export const insertCompany = ({ machine, committed }: OfficeMachine, name: string): void => {
  machine.writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name }))
  committed()
}

export const companyNames = ({ machine }: OfficeMachine): string[] =>
  machine.writer.raw
    .prepare<[], { name: string }>('SELECT name FROM companies ORDER BY name')
    .all()
    .map(({ name }) => name)

export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 })

/** Until each of them holds these and no others. */
export const allHold = (machines: readonly OfficeMachine[], expected: readonly string[]): Promise<void> =>
  eventually(() => {
    for (const one of machines) expect(companyNames(one)).toEqual(expected)
  })
