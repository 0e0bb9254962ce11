// The machines of the office by name, as the database, the signed list and what was let in here say together.
import type { KnownDevice } from '#shared/devices/devices.contract.ts'
import type { NetworkStatus } from '#shared/sync/network.contract.ts'
import type { OfficeState } from '#main/sync/office.ts'
import type { NetworkBox } from './network-box.ts'
import type { NetworkNewcomers } from './network-newcomers.ts'
import { type Machine, shortName, unlistedName } from './network-status.ts'
import { removedComputers } from './removed-computers.ts'

export interface NetworkMachinesOptions {
  readonly box: NetworkBox
  readonly newcomers: NetworkNewcomers
  /** Null while the network is off. */
  readonly office: () => OfficeState | null
  readonly nowMs: () => number
}

/** Each out of all machines that the database ever knew. */
export interface NetworkMachines {
  /** Those of the office. One that the database lists without a signed entry is none, and one that is signed for is one without a row. */
  readonly among: (known: readonly KnownDevice[]) => readonly Machine[]
  /** Those that were let in here and have not come yet. */
  readonly joiningAmong: (known: readonly KnownDevice[]) => NetworkStatus['joining']
  readonly removedAmong: (known: readonly KnownDevice[]) => NetworkStatus['removed']
}

export const createNetworkMachines = ({ box, newcomers, office, nowMs }: NetworkMachinesOptions): NetworkMachines => {
  const nameAmong = (known: readonly KnownDevice[], id: string): string => nameIn(known, id) ?? unlistedName(id, office())

  return {
    among: (known) => {
      const own = box.file()?.identity.deviceId
      const isMember = (id: string): boolean => box.charter()?.isMember(id) === true
      const listed = known.filter(({ id, removedAt }) => removedAt === null && (id === own || isMember(id)))
      const others = new Set(box.charter()?.members()).difference(new Set(listed.map(({ id }) => id)))
      return [...listed, ...[...others].map((id) => ({ id, name: nameAmong(known, id), letter: '' }))]
    },
    joiningAmong: (known) =>
      newcomers.awaited().map(({ deviceId: id, until }) => {
        return { id, name: nameIn(known, id) ?? shortName(id), until: new Date(until).toISOString() }
      }),
    removedAmong: (known) => {
      const [file, charter] = [box.file(), box.charter()]
      if (!file || !charter) return []
      const nameOf = (id: string): string => nameAmong(known, id)
      return removedComputers({ charter, heard: file.heard, known, nameOf, now: nowMs() })
    },
  }
}

const nameIn = (known: readonly KnownDevice[], deviceId: string): string | undefined =>
  known.find(({ id }) => id === deviceId)?.name
