// How the other machines are reached: at a place that somebody typed, by a search, and what a test of the connection finds.
import { AppError } from '#shared/base/app-error.ts'
import type { Finding, Said } from '#shared/sync/network.contract.ts'
import { type Address, parseAddress } from '#main/net/addresses.ts'
import type { Office, OfficeState } from '#main/sync/office.ts'
import { addressFindings, type Searched } from './network-address.ts'
import type { NetworkBox } from './network-box.ts'
import type { NetworkPlace } from './network-place.ts'
import type { Machine } from './network-status.ts'
import { testNetwork } from './network-test.ts'

export interface NetworkReach {
  /** What came of it, after one try. */
  readonly addAddress: (deviceId: string, typed: string) => Promise<readonly Finding[]>
  /** Calls whoever is missing at the places that `look` finds. */
  readonly search: (look: () => Promise<readonly Address[]>) => Promise<Searched>
  /** Ends early with the signal, and with the office that it began with. */
  readonly test: (signal: AbortSignal) => Promise<readonly Finding[]>
}

interface NetworkReachParts {
  readonly box: Pick<NetworkBox, 'file'>
  readonly machines: () => Promise<readonly Machine[]>
  readonly place: NetworkPlace | undefined
  /** Null: the network is off, or `trouble` keeps it from opening. */
  readonly office: () => Office | null
  /** Throws where the network is off. */
  readonly requireOffice: () => Office
  readonly trouble: () => Said | null
  /** Why nothing can be noted, and so nothing be sent. */
  readonly notesTrouble: () => Said | null
}

export const createNetworkReach = (parts: NetworkReachParts): NetworkReach => {
  const { box, machines, place, office, requireOffice } = parts
  return {
    addAddress: async (deviceId, typed) => {
      const at = parseAddress(typed)
      const device = (await machines()).find(({ id }) => id === deviceId)
      if (!device) throw new AppError('not_found', 'errors.gone', { id: deviceId })
      const { state, addAddress } = requireOffice()
      const wasThere = areThere(state()).has(deviceId)
      const reason = await addAddress(deviceId, at)
      return addressFindings({ name: device.name, at, wasThere, isThere: areThere(state()).has(deviceId), reason })
    },
    search: async (look) => {
      const { state, callAt } = requireOffice()
      const places = await look()
      const before = areThere(state())
      const reasons = await callAt(places)
      const came = areThere(state()).difference(before)
      const names = (await machines()).flatMap(({ id, name }) => (came.has(id) ? [name] : []))
      return { names, isRefused: reasons.includes('refused') }
    },
    test: async (signal) => {
      const readInterfaces = place?.announce?.readInterfaces ?? null
      const devices = await machines()
      const tested = office()
      const isOver = (): boolean => signal.aborted || office() !== tested
      const [file, trouble] = [box.file(), parts.trouble()]
      const findings = await testNetwork({ file, office: tested, trouble, devices, readInterfaces, isOver })
      const unnoted = parts.notesTrouble()
      return unnoted ? [{ level: 'trouble', ...unnoted }, ...findings] : findings
    },
  }
}

const areThere = ({ connections }: OfficeState): ReadonlySet<string> =>
  new Set(connections.flatMap(({ deviceId, isOpen }) => (isOpen ? [deviceId] : [])))
